/* The map: people as dots in named areas, drawn by sigma.js in a plain div.
   The server lays everything out; this file draws it, and answers pointer, keys and legend. */
"use strict";

window.netgraph = window.netgraph || {};

(() => {
  const ROUTE = "/map.json";
  const LIBRARIES = ["/assets/vendor/graphology.umd.min.js", "/assets/vendor/sigma.min.js"];
  const CLOSE = 0.55; // nearer than this, ties between areas are drawn one by one
  const [NEAREST, FARTHEST] = [0.3, 0.9]; // how far the camera goes for a person in focus
  const FEW = 40; // so many names can stand around a person in focus
  const LARGE = 5000; // with more people than this, ties wait until the map stands still
  const GLIDE = 350;

  const shell = () => window.netgraph.shell;
  const colours = () => window.netgraph.colours;

  /** Everything that the map knows while it is on the page; null while it is not. */
  let map = null;

  /* ---- building ------------------------------------------------------------------ */

  const hasWebGL = () => {
    try {
      const canvas = document.createElement("canvas");
      return Boolean(canvas.getContext("webgl2") || canvas.getContext("webgl"));
    } catch {
      return false;
    }
  };

  /** Bring sigma and graphology in, once, and only where they can draw. */
  const loadLibraries = async () => {
    for (const source of LIBRARIES) {
      if (document.querySelector(`script[src="${source}"]`)) continue;
      const script = document.createElement("script");
      script.src = source;
      const arrived = new Promise((done, failed) => {
        script.onload = done;
        script.onerror = () => failed(new Error(`${source} is missing: install netgraph anew`));
      });
      document.head.append(script);
      await arrived;
    }
  };

  const buildGraph = (data) => {
    const graph = new graphology.UndirectedGraph();
    const { people, ties } = data;
    people.id.forEach((_, i) => graph.addNode(i, { x: people.x[i], y: people.y[i] }));
    ties.source.forEach((source, i) => {
      const target = ties.target[i];
      if (graph.hasEdge(source, target)) return;
      const across = people.area[source] !== people.area[target];
      graph.addEdge(source, target, { source, target, across, inferred: ties.inferred[i] === 1 });
    });
    return graph;
  };

  const mount = async (element, look) => {
    unmount();
    if (!hasWebGL()) return { webgl: false, people: 0 };
    const [answer] = await Promise.all([fetch(ROUTE), loadLibraries()]);
    const data = await answer.json();
    if (!element.isConnected) return { webgl: true, people: 0 }; // the page has gone already
    if (!data.people.id.length) return { webgl: true, people: 0 };
    const graph = buildGraph(data);
    const large = graph.order > LARGE;
    map = {
      data,
      graph,
      element,
      place: new Map(data.people.id.map((id, i) => [id, i])),
      look, // what colour and size stand for, and whether inferred ties are shown
      chosen: new Set(), // entries of the legend that are chosen; none means all
      focus: null,
      close: false,
    };
    measureSizes();
    map.renderer = new Sigma(new graphology.UndirectedGraph(), element, {
      allowInvalidContainer: true,
      zIndex: true,
      nodeReducer: drawPerson,
      edgeReducer: drawTie,
      minEdgeThickness: 1,
      hideEdgesOnMove: large,
      labelFont: getComputedStyle(document.body).fontFamily,
      labelSize: 12,
      labelWeight: "500",
      labelDensity: 0.6,
      labelGridCellSize: 110,
      labelRenderedSizeThreshold: 9.5,
      defaultDrawNodeLabel: window.netgraph.labels.draw,
      defaultDrawNodeHover: window.netgraph.labels.drawHover,
      minCameraRatio: 0.01,
      maxCameraRatio: 1.8,
      stagePadding: 24,
    });
    map.renderer.setCustomBBox(window.netgraph.areas.extent(data.areas));
    map.areas = window.netgraph.areas.attach(map);
    listen();
    window.netgraph.legend.draw(map, choose);
    map.renderer.setGraph(graph); // only now: everything is drawn once, not once a setting
    const wanted = shell().personIn(window.location.search);
    if (wanted !== null) focusOn(wanted, { glide: false });
    return { webgl: true, people: graph.order };
  };

  const unmount = () => {
    if (!map) return;
    window.removeEventListener("netgraph:theme", repaint);
    map.renderer?.kill();
    map = null;
  };

  const listen = () => {
    const shown = map;
    const { renderer } = map;
    renderer.on("beforeRender", window.netgraph.labels.beginFrame);
    renderer.on("clickNode", ({ node }) => shell().goToPerson(map.data.people.id[Number(node)]));
    renderer.on("clickStage", () => map.focus && shell().goToPerson(null));
    renderer.on("enterNode", () => (map.element.style.cursor = "pointer"));
    renderer.on("leaveNode", () => (map.element.style.cursor = ""));
    renderer.getCamera().on("updated", ({ ratio }) => {
      if (map !== shown) return; // the camera may glide on after the page was left
      const close = ratio < CLOSE;
      if (close === map.close) return;
      map.close = close;
      redraw();
    });
    window.addEventListener("netgraph:theme", repaint);
    window.netgraph.keys.listen(map, focusOn);
  };

  /* ---- how people and ties look ---------------------------------------------------- */

  /** Dots cover a like part of their areas, be they three hundred or thirty thousand. */
  const measureSizes = () => {
    const { element, graph, data, look } = map;
    const room = Math.sqrt((element.clientWidth * element.clientHeight) / Math.max(graph.order, 1));
    const least = Math.min(4, Math.max(0.8, room * 0.08));
    const values = data.people[look.sizeBy];
    const most = Math.max(...values.slice(0, 1), values.reduce((a, b) => Math.max(a, b), 0), 1e-12);
    map.sizes = values.map((value) => least * (1 + 1.3 * Math.sqrt(Math.max(value, 0) / most)));
  };

  const category = (person) => map.data.people[map.look.colourBy][person];

  const isChosen = (person) => !map.chosen.size || map.chosen.has(category(person));

  const drawPerson = (node, { x, y }) => {
    const person = Number(node);
    const { focus, data } = map;
    const near = !focus || focus.near.has(person);
    const colour = colours().lifted(data.colours[map.look.colourBy].colour[category(person)]);
    const shape = { x, y, size: map.sizes[person], color: colour, label: data.people.name[person] };
    if (!near || !isChosen(person)) {
      return { ...shape, color: colours().faint(colour, 0.16), label: "", zIndex: 0 };
    }
    if (!focus) return { ...shape, zIndex: 1 };
    const centre = focus.person === person;
    return {
      ...shape,
      size: centre ? Math.max(shape.size * 1.5, 8) : Math.max(shape.size, 3.5),
      forceLabel: centre || focus.near.size <= FEW,
      highlighted: centre,
      zIndex: centre ? 3 : 2,
    };
  };

  const HIDDEN = { hidden: true };

  const drawTie = (_, { source, target, across, inferred }) => {
    const { focus, look, close } = map;
    if (inferred && !look.inferred) return HIDDEN;
    if (!isChosen(source) || !isChosen(target)) return HIDDEN;
    const { scheme, faint } = colours();
    const colour = inferred ? scheme().inferred : scheme().observed;
    if (!focus) {
      if (across && !close) return HIDDEN; // the bonds between areas stand for it
      return { color: faint(colour, across ? 0.22 : 0.34), size: 1, zIndex: 0 };
    }
    if (source === focus.person || target === focus.person) {
      const many = focus.near.size > FEW;
      const own = faint(inferred ? scheme().inferred : scheme().focus, many ? 0.7 : 0.95);
      return { color: own, size: inferred || many ? 1.2 : 2, zIndex: 2 };
    }
    if (focus.near.has(source) && focus.near.has(target)) {
      return { color: faint(colour, 0.4), size: 1, zIndex: 1 };
    }
    return HIDDEN;
  };

  const redraw = () => map && map.renderer.refresh({ skipIndexation: true });

  const repaint = () => {
    if (!map) return;
    window.netgraph.legend.draw(map, choose);
    redraw();
  };

  /* ---- what one can do ------------------------------------------------------------- */

  /** Choose an entry of the legend, or lay the choice down; null lays all down. */
  const choose = (entry) => {
    if (entry === null) map.chosen.clear();
    else if (!map.chosen.delete(entry)) map.chosen.add(entry);
    window.netgraph.legend.draw(map, choose);
    redraw();
  };

  const setLook = (look) => {
    if (!map) return;
    if (look.colourBy !== map.look.colourBy) map.chosen.clear();
    map.look = look;
    measureSizes();
    if (map.focus) map.focus = focusAround(map.focus.person);
    repaint();
  };

  const neighbours = (person) => {
    const near = new Set([person]);
    map.graph.forEachEdge(person, (_, { source, target, inferred }) => {
      if (!inferred || map.look.inferred) near.add(source === person ? target : source);
    });
    return near;
  };

  /** A person, those tied to them, and the areas that they stand in. */
  const focusAround = (person) => {
    const near = neighbours(person);
    return { person, near, areas: new Set([...near].map((one) => map.data.people.area[one])) };
  };

  /** Put a person into the middle; null shows everybody again. */
  const focusOn = (id, { glide = true } = {}) => {
    if (!map) return;
    const person = id === null ? undefined : map.place.get(id);
    const camera = map.renderer.getCamera();
    if (person === undefined) {
      const was = map.focus;
      map.focus = null;
      redraw();
      if (was && glide) camera.animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: GLIDE });
      say(id === null ? (was ? "Everybody is shown." : "") : "This person has no tie and is not on the map.");
      return;
    }
    map.focus = focusAround(person);
    redraw();
    const view = viewOf(map.focus);
    if (glide) camera.animate(view, { duration: GLIDE });
    else camera.setState(view);
    say(describe(person));
  };

  /** Where the camera has to stand to see a person and those near, but not from too far. */
  const viewOf = ({ near }) => {
    const middle = (axis) => {
      const values = [...near].map((one) => map.renderer.getNodeDisplayData(String(one))[axis]);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      return { at: (low + high) / 2, wide: high - low };
    };
    const [x, y] = [middle("x"), middle("y")];
    const ratio = Math.min(FARTHEST, Math.max(NEAREST, 1.4 * Math.max(x.wide, y.wide)));
    return { x: x.at, y: y.at, ratio };
  };

  const describe = (person) => {
    const { people, colours: meaning } = map.data;
    const ties = map.focus.near.size - 1;
    const group = meaning.cluster.label[people.cluster[person]];
    const parts = [people.name[person], people.work[person], group];
    return `${parts.filter(Boolean).join(", ")}, ${ties} ${ties === 1 ? "tie" : "ties"}.`;
  };

  const say = (text) => {
    const live = document.getElementById("map-live");
    if (live) live.textContent = text;
  };

  const zoom = (step) => {
    const camera = map?.renderer.getCamera();
    if (!camera) return;
    if (step > 0) camera.animatedZoom({ duration: 200 });
    else if (step < 0) camera.animatedUnzoom({ duration: 200 });
    else camera.animate({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }, { duration: GLIDE });
  };

  const reset = () => {
    if (!map) return;
    choose(null);
    if (map.focus) shell().goToPerson(null);
    else zoom(0);
  };

  window.netgraph.map = { mount, unmount, setLook, focusOn, zoom, reset, current: () => map };
})();
