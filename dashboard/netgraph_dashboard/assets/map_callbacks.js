/* What Dash calls on the page Map. */
"use strict";

(() => {
  const look = (colourBy, sizeBy, inferred) => ({ colourBy, sizeBy, inferred });

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    netgraph_map: {
      /** The page was laid out: fill the empty div. Tells whether it could. */
      mount: (id, ...chosen) => window.netgraph.map.mount(document.getElementById(id), look(...chosen)),

      set_look: (...chosen) => window.netgraph.map.setLook(look(...chosen)),

      press: (..._clicks) => {
        const pressed = window.dash_clientside.callback_context.triggered_id;
        const { map, savePicture } = window.netgraph;
        const answers = {
          "map-in": () => map.zoom(1),
          "map-out": () => map.zoom(-1),
          "map-reset": () => map.reset(),
          "map-save": () => savePicture(),
        };
        answers[pressed]?.();
      },
    },
  });
})();
