/* Colours of the map. sigma draws translucent ties white, so every colour is mixed to be opaque. */
"use strict";

window.netgraph = window.netgraph || {};

(() => {
  const parse = (hex) => [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16));

  const mixed = new Map(); // a large map asks for few colours, a hundred thousand times each

  /** Mix two opaque colours; `share` is how much of the first one is in it. */
  const mix = (colour, ground, share) => {
    const key = colour + ground + share;
    if (!mixed.has(key)) {
      const [one, two] = [parse(colour), parse(ground)];
      const channels = one.map((c, i) => Math.round(c * share + two[i] * (1 - share)));
      mixed.set(key, "#" + channels.map((c) => c.toString(16).padStart(2, "0")).join(""));
    }
    return mixed.get(key);
  };

  const SCHEMES = {
    light: {
      ground: "#ffffff",
      text: "#1f2933",
      quiet: "#5b6672",
      observed: "#6b7685",
      inferred: "#c9974a",
      focus: "#d9480f",
      lift: 0,
    },
    dark: {
      ground: "#1a1d21",
      text: "#e9ecef",
      quiet: "#a3adb8",
      observed: "#8894a3",
      inferred: "#b98a45",
      focus: "#ff8a4c",
      lift: 0.28, // how much white the palette needs to stand out from the dark
    },
  };

  /** The colours of the page's present theme. */
  const scheme = () => SCHEMES[window.netgraph.shell.currentScheme()];

  /** A colour of the palette, as it is drawn in the present theme. */
  const lifted = (colour) => mix("#ffffff", colour, scheme().lift);

  /** A colour that has stepped back into the ground. */
  const faint = (colour, share) => mix(colour, scheme().ground, share);

  window.netgraph.colours = { mix, scheme, lifted, faint };
})();
