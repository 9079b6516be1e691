/* The ground of the map: a disc for each area, bonds between them, and their names on top. */
"use strict";

window.netgraph = window.netgraph || {};

(() => {
  const WRAP = 26; // letters in a line of a name
  const THICKEST = 14;
  const PROMINENT = 34; // pixels; in smaller discs there is no room for a name
  const TURN = 2 * Math.PI;

  /** The corners of the picture: all areas, with room for their names. */
  const extent = (areas) => {
    const low = (axis) => Math.min(...areas[axis].map((v, i) => v - areas.radius[i]));
    const high = (axis) => Math.max(...areas[axis].map((v, i) => v + areas.radius[i]));
    const x = [low("x"), high("x")];
    const y = [low("y"), high("y")];
    const room = 0.05 * Math.max(x[1] - x[0], y[1] - y[0], 1);
    return { x: [x[0] - room, x[1] + room], y: [y[0] - room, y[1] + room] };
  };

  /** Lay two canvases into the map, one below the people and one above. */
  const attach = (map) => {
    const { renderer } = map;
    const passive = { style: { pointerEvents: "none" } };
    renderer.createCanvasContext("areas", { ...passive, beforeLayer: "edges" });
    renderer.createCanvasContext("areaNames", { ...passive, afterLayer: "labels" });
    renderer.resize(true);
    const { areas, areaNames } = renderer.getCanvases();
    const shown = { discs: [], names: [], under: null }; // under the pointer
    const write = () => {
      shown.names = drawNames(map, clear(areaNames), shown.discs, shown.under);
    };
    const draw = () => {
      shown.discs = place(map);
      drawGround(map, clear(areas), shown.discs);
      write();
    };
    renderer.on("afterRender", draw);
    renderer.getMouseCaptor().on("mousemovebody", ({ x, y }) => {
      const at = shown.discs.findIndex((disc) => Math.hypot(disc.x - x, disc.y - y) < disc.radius);
      const under = at < 0 ? null : at;
      if (under === shown.under) return;
      shown.under = under;
      write();
    });
    return { draw, shown };
  };

  const clear = (canvas) => {
    const context = canvas.getContext("2d");
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.restore();
    return context;
  };

  /** Where each disc is in the window now. */
  const place = ({ renderer, data, look, focus }) => {
    const { areas, colours } = data;
    const fields = new Map(colours.domain.label.map((label, i) => [label, colours.domain.colour[i]]));
    const colourOf = (i) =>
      (look.colourBy === "domain" && areas.kind[i] === "domain" && fields.get(areas.label[i])) ||
      areas.colour[i];
    return areas.label.map((label, i) => {
      const middle = renderer.graphToViewport({ x: areas.x[i], y: areas.y[i] });
      const edge = renderer.graphToViewport({ x: areas.x[i] + areas.radius[i], y: areas.y[i] });
      return {
        ...middle,
        radius: Math.hypot(edge.x - middle.x, edge.y - middle.y) + 4,
        place: i,
        label,
        size: areas.size[i],
        isCluster: areas.kind[i] === "cluster",
        colour: window.netgraph.colours.lifted(colourOf(i)),
        inFocus: !focus || focus.areas.has(i),
      };
    });
  };

  const drawGround = (map, context, discs) => {
    if (!map.focus) drawBonds(map, context, discs);
    for (const disc of discs) {
      context.beginPath();
      context.arc(disc.x, disc.y, disc.radius, 0, TURN);
      context.globalAlpha = 1;
      context.fillStyle = window.netgraph.colours.scheme().ground;
      context.fill(); // bonds end at the disc, not in it
      context.globalAlpha = !disc.inFocus ? 0.03 : disc.isCluster ? 0.11 : 0.06;
      context.fillStyle = disc.colour;
      context.fill();
      context.globalAlpha = !disc.inFocus ? 0.15 : disc.isCluster ? 0.55 : 0.35;
      context.lineWidth = 1.2;
      context.strokeStyle = disc.colour;
      context.setLineDash(disc.isCluster ? [] : [3, 4]);
      context.stroke();
    }
    context.setLineDash([]);
    context.globalAlpha = 1;
  };

  /** One line for all ties between two areas: the more ties, the thicker. */
  const drawBonds = (map, context, discs) => {
    const { bonds } = map.data;
    const { look, close, chosen } = map;
    if (close || chosen.size) return; // then the ties themselves are drawn
    const count = (i) => bonds.observed[i] + (look.inferred ? bonds.inferred[i] : 0);
    const most = bonds.source.reduce((high, _, i) => Math.max(high, count(i)), 1);
    const { scheme, faint } = window.netgraph.colours;
    context.lineCap = "round";
    bonds.source.forEach((source, i) => {
      const ties = count(i);
      if (!ties) return;
      const [one, two] = [discs[source], discs[bonds.target[i]]];
      const share = Math.sqrt(ties / most);
      const colour = bonds.observed[i] ? scheme().observed : scheme().inferred;
      context.strokeStyle = faint(colour, 0.16 + 0.3 * share);
      context.lineWidth = Math.max(0.7, Math.min(THICKEST, (most > 30 ? THICKEST : 7) * share));
      context.beginPath();
      context.moveTo(one.x, one.y);
      context.quadraticCurveTo(...bend(one, two), two.x, two.y);
      context.stroke();
    });
  };

  /** The point that a bond bends towards: a little to the side of the middle. */
  const bend = (one, two) => [
    (one.x + two.x) / 2 - (two.y - one.y) * 0.12,
    (one.y + two.y) / 2 + (two.x - one.x) * 0.12,
  ];

  /** Names stand beside their discs and on no other one; of two that would overlap the larger
      area keeps its own. The name of the disc under the pointer is always written. */
  const drawNames = (map, context, discs, under) => {
    const { width, height } = map.renderer.getDimensions();
    const { scheme } = window.netgraph.colours;
    const taken = [buttonsOf(map)];
    const family = getComputedStyle(document.body).fontFamily;
    context.textAlign = "center";
    context.lineJoin = "round";
    const names = [];
    const rank = (a, b) =>
      (b.place === under) - (a.place === under) || b.isCluster - a.isCluster || b.size - a.size;
    const bySize = [...discs].sort(rank);
    for (const disc of bySize) {
      if (!disc.inFocus || !isInSight(disc, width, height)) continue;
      const letter = disc.radius > 70 ? 14 : 12;
      const lines = wrap(`${disc.label}\u00a0·\u00a0${disc.size}`);
      context.font = `${disc.isCluster ? 650 : 500} ${letter}px ${family}`;
      const half = Math.max(...lines.map((line) => context.measureText(line).width)) / 2 + 3;
      const tall = lines.length * (letter + 3);
      const beside = spots(disc, half, tall, width, height);
      const clear = (box) =>
        !taken.some((other) => window.netgraph.labels.overlap(box, other)) &&
        !discs.some((other) => other !== disc && covers(box, other));
      const free = beside.find(clear) || (disc.place === under ? beside[0] : null);
      if (!free) continue;
      taken.push(free);
      names.push({ place: disc.place, ...free });
      lines.forEach((line, i) => {
        const y = free.top + (i + 1) * (letter + 3) - 4;
        context.lineWidth = 4;
        context.strokeStyle = scheme().ground;
        context.strokeText(line, (free.left + free.right) / 2, y);
        context.fillStyle = disc.isCluster ? scheme().text : scheme().quiet;
        context.fillText(line, (free.left + free.right) / 2, y);
      });
    }
    context.globalAlpha = 1;
    return names;
  };

  /** Where a name can stand: above its disc, below, to the right or to the left; in a large one. */
  const spots = ({ x, y, radius }, half, tall, width, height) => {
    const places = [
      [x - half, y - radius - tall - 3],
      [x - half, y + radius + 5],
      [x + radius + 5, y - tall / 2],
      [x - radius - 5 - 2 * half, y - tall / 2],
    ];
    if (radius > PROMINENT) {
      places.push([x - half, y - radius + 4]);
      for (const down of [0, 0.35, -0.35]) places.push([x - half, y + down * radius - tall / 2]);
    }
    return places.map(([left, top]) => {
      const inside = {
        left: Math.min(Math.max(left, 4), width - 2 * half - 4),
        top: Math.min(Math.max(top, 4), height - tall - 4),
      };
      return { ...inside, right: inside.left + 2 * half, bottom: inside.top + tall };
    });
  };

  /** Whether a box lies over a disc. */
  const covers = ({ left, right, top, bottom }, { x, y, radius }) => {
    const [dx, dy] = [x - Math.min(Math.max(x, left), right), y - Math.min(Math.max(y, top), bottom)];
    return Math.hypot(dx, dy) < radius;
  };

  /** An area is named where its middle is seen, or where it fills the window. */
  const isInSight = ({ x, y, radius }, width, height) =>
    (x > 0 && x < width && y > 0 && y < height) || (radius > width / 2 && Math.abs(x) < 2 * radius);

  /** The room that the map's buttons need. */
  const buttonsOf = ({ element }) => {
    const ground = element.getBoundingClientRect();
    const box = document.querySelector(".map-buttons").getBoundingClientRect();
    const [left, top] = [box.left - ground.left, box.top - ground.top];
    return { left: left - 4, top, right: left + box.width + 4, bottom: top + box.height + 4 };
  };

  const wrap = (text) => {
    const lines = [""];
    for (const word of text.split(" ")) {
      const last = lines[lines.length - 1];
      if (last && last.length + word.length >= WRAP) lines.push(word);
      else lines[lines.length - 1] = last ? `${last} ${word}` : word;
    }
    return lines;
  };

  window.netgraph.areas = { attach, extent };
})();
