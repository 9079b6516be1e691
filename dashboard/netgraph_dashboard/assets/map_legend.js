/* The legend: what colours, sizes and lines mean. Its entries filter the map. */
"use strict";

window.netgraph = window.netgraph || {};

(() => {
  const create = (tag, className, ...children) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  };

  const draw = (map, choose) => {
    const box = document.getElementById("map-legend");
    if (!box) return;
    const focused = document.activeElement?.dataset?.entry;
    box.replaceChildren(...lines(map), entries(map, choose));
    box.querySelector(`[data-entry="${focused}"]`)?.focus();
  };

  /** What the legend says, for the page and for a saved picture. */
  const describe = (map) => {
    const { label, colour, size } = map.data.colours[map.look.colourBy];
    return label
      .map((text, entry) => ({ entry, text, size: size[entry], colour: colour[entry] }))
      .filter(({ size: people }) => people > 0)
      .map((item) => ({ ...item, colour: window.netgraph.colours.lifted(item.colour) }));
  };

  /** What lines mean; a possible tie is a pair that may know each other, so say how many will. */
  const describeTies = (map) => {
    const { scheme } = window.netgraph.colours;
    const { inferred, expected } = map.data.ties;
    const guessed = inferred.reduce((sum, one) => sum + one, 0);
    const observed = inferred.length - guessed;
    const ties = [{ text: "Observed tie", colour: scheme().observed, size: number(observed), wide: 2.5 }];
    if (map.look.inferred) {
      const size = guessed ? `${number(guessed)}, about ${number(expected)} expected` : "0";
      ties.push({ text: "Possible tie", colour: scheme().inferred, size, wide: 1.2 });
    }
    return ties;
  };

  const number = (value) => value.toLocaleString("en");

  const lines = (map) =>
    describeTies(map).map(({ text, colour, size, wide }) => {
      const line = create("span", "line");
      line.style.borderTop = `${wide}px solid ${colour}`;
      const count = create("span", "count", size);
      return create("div", "legend-line", line, create("span", "text", text), count);
    });

  const entries = (map, choose) => {
    const list = create("div", "legend-entries");
    const chosen = map.chosen.size;
    for (const { entry, text, size, colour } of describe(map)) {
      const dot = create("span", "swatch");
      dot.style.background = colour;
      const count = create("span", "count", size.toLocaleString("en"));
      const button = create("button", "legend-entry", dot, create("span", "text", text), count);
      button.type = "button";
      button.title = text;
      button.dataset.entry = entry;
      button.setAttribute("aria-pressed", String(map.chosen.has(entry)));
      if (chosen && !map.chosen.has(entry)) button.classList.add("laid-down");
      button.addEventListener("click", () => choose(entry));
      list.append(button);
    }
    if (chosen) {
      const all = create("button", "legend-all", "Show all");
      all.type = "button";
      all.addEventListener("click", () => choose(null));
      list.append(all);
    }
    return list;
  };

  window.netgraph.legend = { draw, describe, describeTies };
})();
