/* The page What if: what is supposed stands in the address, so that it can be opened again. */
"use strict";

(() => {
  const go = (search) => {
    if (window.location.pathname !== "/what-if" || window.location.search === search) return;
    window.dash_clientside.set_props("address", { search });
  };

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    netgraph_what_if: {
      to_address: (lose, again, field, company, via) => {
        const told = new URLSearchParams();
        for (const person of lose || []) told.append("lose", person);
        for (const person of again || []) told.append("again", person);
        for (const [key, value] of Object.entries({ field, company, via })) if (value) told.append(key, value);
        const search = told.toString();
        go(search && `?${search}`);
      },

      clear: (clicks) => {
        if (clicks) go("");
      },
    },
  });
})();
