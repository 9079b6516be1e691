/* Names beside the dots, readable on any ground. sigma calls these for each name that has room. */
"use strict";

window.netgraph = window.netgraph || {};

(() => {
  const GAP = 4;

  const setType = (context, settings, weight) => {
    context.font = `${weight || settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
    context.lineJoin = "round";
  };

  const overlap = (a, b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  /** A name stands to the right of its dot, or to the left where the window ends. */
  const startOf = (context, person, gap) => {
    const width = context.measureText(person.label).width;
    const right = person.x + person.size + gap;
    const room = context.canvas.clientWidth - 4;
    return right + width > room ? person.x - person.size - gap - width : right;
  };

  let taken = []; // where names stand in this frame

  const beginFrame = () => {
    taken = [];
  };

  const draw = (context, person, settings) => {
    if (!person.label) return;
    const { scheme } = window.netgraph.colours;
    setType(context, settings);
    const x = startOf(context, person, GAP);
    const y = person.y + settings.labelSize / 3;
    const right = x + context.measureText(person.label).width;
    const box = { left: x, right, top: y - settings.labelSize, bottom: y + 3 };
    if (taken.some((other) => overlap(box, other))) return;
    taken.push(box);
    context.lineWidth = 3;
    context.strokeStyle = scheme().ground;
    context.strokeText(person.label, x, y);
    context.fillStyle = scheme().text;
    context.fillText(person.label, x, y);
  };

  /** The person under the pointer or in focus: a ring, and the name on a plate. */
  const drawHover = (context, person, settings) => {
    const { scheme, mix } = window.netgraph.colours;
    context.beginPath();
    context.arc(person.x, person.y, person.size + 2.5, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = scheme().focus;
    context.stroke();
    if (!person.label) return;
    setType(context, settings, 650);
    const width = context.measureText(person.label).width;
    const x = startOf(context, person, GAP + 8) - 6;
    const y = person.y;
    const tall = settings.labelSize + 10;
    context.beginPath();
    context.roundRect(x - 2, y - tall / 2, width + 14, tall, 5);
    context.fillStyle = scheme().ground;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = mix(scheme().text, scheme().ground, 0.2);
    context.stroke();
    context.fillStyle = scheme().text;
    context.fillText(person.label, x + 5, y + settings.labelSize / 3);
  };

  window.netgraph.labels = { draw, drawHover, beginFrame, overlap };
})();
