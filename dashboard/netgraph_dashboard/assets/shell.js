/* The shell: the key "/", links to people, the theme, and what Dash's parts ask of the browser. */
"use strict";

window.netgraph = window.netgraph || {};

(() => {
  const systemIsDark = window.matchMedia("(prefers-color-scheme: dark)");

  const TOAST_TIME = 6000; // milliseconds that a message stays
  const SETTLING = 350; // until what was asked for has come from the server
  let toastTimer = null;

  const currentScheme = () =>
    document.documentElement.getAttribute("data-mantine-color-scheme") === "dark" ? "dark" : "light";

  const resolveScheme = (choice) =>
    choice === "auto" || !choice ? (systemIsDark.matches ? "dark" : "light") : choice;

  /** Change the address in place. The path is left alone where it stays: it draws the page anew. */
  const go = (pathname, search) => {
    const here = pathname === window.location.pathname;
    window.dash_clientside.set_props("address", here ? { search } : { pathname, search });
  };

  /** Go to a person on the map; null shows everybody. */
  const goToPerson = (id) => go("/map", id === null ? "" : `?person=${encodeURIComponent(id)}`);

  const personIn = (search) => new URLSearchParams(search || "").get("person");

  /** Tell eyes, screen readers and the window's title which page is shown. */
  const markPage = (path) => {
    let title = "netgraph";
    for (const link of document.querySelectorAll("#navigation a")) {
      const here = link.getAttribute("href") === path;
      if (here) title = `${link.querySelector(".nav-title").textContent} · netgraph`;
      if (here) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    document.title = title;
  };

  window.netgraph.shell = { currentScheme, goToPerson, personIn };

  // the grids and the map follow the theme by themselves only when they are told
  new MutationObserver(() => {
    document.body.dataset.agThemeMode = currentScheme();
    window.dispatchEvent(new Event("netgraph:theme"));
  }).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ["data-mantine-color-scheme"],
  });

  let schemeChoice = "auto";
  systemIsDark.addEventListener("change", () => {
    if (schemeChoice === "auto") {
      window.dash_clientside.set_props("provider", { forceColorScheme: resolveScheme("auto") });
    }
  });

  // "/" puts the cursor into the search, wherever one is not writing
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || writing || event.ctrlKey || event.metaKey || event.altKey) return;
    const field = document.getElementById("find-person");
    if (!field) return;
    event.preventDefault();
    field.focus();
  });

  // a button is pressed by the keys that its data-key names, wherever one is not writing
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input, textarea, select, [contenteditable]");
    if (writing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const button = document.querySelector(`button[data-key~="${CSS.escape(event.key)}"]`);
    if (!button || button.disabled || document.querySelector("[role=dialog]")) return;
    event.preventDefault();
    button.click();
  });

  // Enter takes the first who fits, if none was chosen with the arrow keys
  const chooseFirst = (event) => {
    if (event.key !== "Enter" || event.target.id !== "find-person") return;
    const offered = document.getElementById(event.target.getAttribute("aria-controls"));
    if (offered?.querySelector("[data-combobox-selected]")) return;
    offered?.querySelector("[role=option]")?.click();
  };
  document.addEventListener("keydown", chooseFirst, { capture: true });

  // links within the dashboard change the page in place, as Dash's own links do
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='/']");
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!link || !plain || link.target || link.download || event.defaultPrevented) return;
    event.preventDefault();
    const to = new URL(link.href);
    go(to.pathname, to.search);
    window.scrollTo(0, 0);
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    netgraph_shell: {
      /** A person was chosen in the search: show them on the map, and empty the field. */
      jump: (id) => {
        if (!id) return window.dash_clientside.no_update;
        goToPerson(id);
        document.getElementById("map")?.focus({ preventScroll: true });
        return null;
      },

      /** Mark the link of the page that is shown; bring the map to the person it names. */
      follow_address: (path, search) => {
        markPage(path);
        if (path !== "/map") window.netgraph.map.unmount();
        else window.netgraph.map.focusOn(personIn(search));
      },

      /** Say at the foot of the window what was done; it goes after a while. */
      tell: (text) => {
        const toast = document.getElementById("toast");
        if (!toast || !text) return;
        toast.textContent = text;
        toast.classList.add("toast-shown");
        clearTimeout(toastTimer);
        toastTimer = setTimeout(() => toast.classList.remove("toast-shown"), TOAST_TIME);
      },

      /** What was clicked on is shown elsewhere on the page: scroll there, as little as needed. */
      bring_into_view: (clicked, id) => {
        if (!clicked || !clicked.length) return;
        const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
        const behavior = calm ? "auto" : "smooth";
        setTimeout(() => {
          document.getElementById(id)?.scrollIntoView({ behavior, block: "nearest" });
        }, SETTLING);
      },

      use_scheme: (choice) => {
        schemeChoice = choice || "auto";
        return resolveScheme(schemeChoice);
      },
    },
  });

  // the server has decided who fits; Mantine's own filter would hide accents and companies
  window.dashMantineFunctions = Object.assign({}, window.dashMantineFunctions, {
    keepAll: ({ options }) => options,
  });

  // how grids show a person: a link that the listener above follows
  window.dashAgGridComponentFunctions = Object.assign({}, window.dashAgGridComponentFunctions, {
    PersonLink: (props) => {
      const { address, row_id } = props.data;
      const to = address === undefined ? row_id : address;
      if (to === null) return props.value; // not on the map
      const href = `/map?person=${encodeURIComponent(to)}`;
      return window.React.createElement("a", { className: "person", href }, props.value);
    },
    KeepApart: (props) =>
      props.value &&
      window.React.createElement(
        "button",
        { className: "button button-small", onClick: () => props.setData(Date.now()) },
        props.value
      ),
    Swatch: (props) =>
      window.React.createElement(
        "span",
        { className: "swatch-label" },
        window.React.createElement("span", {
          className: "swatch",
          style: { background: props.data.colour || "transparent" },
        }),
        window.React.createElement("span", { className: "swatch-text" }, props.value)
      ),
    Verdict: (props) =>
      window.React.createElement(
        "span",
        { className: `badge badge-${String(props.value || "").replace(" ", "-")}` },
        props.value
      ),
  });
})();
