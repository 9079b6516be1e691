/* Walking the map by keys: arrows follow ties, Enter begins, Escape ends, + and - zoom. */
"use strict";

window.netgraph = window.netgraph || {};

(() => {
  const ANGLES = { ArrowRight: 0, ArrowUp: Math.PI / 2, ArrowLeft: Math.PI, ArrowDown: -Math.PI / 2 };
  const PAN = 0.15;

  const listen = (map) => {
    map.element.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (answer(map, event.key)) event.preventDefault();
    });
  };

  const answer = (map, key) => {
    const { shell, map: actions } = window.netgraph;
    const { id } = map.data.people;
    if (key === "+" || key === "=") actions.zoom(1);
    else if (key === "-") actions.zoom(-1);
    else if (key === "0") actions.reset();
    else if (key === "Escape" && map.focus) shell.goToPerson(null);
    else if (key === "Enter" && !map.focus) shell.goToPerson(id[mostTied(map)]);
    else if (key in ANGLES && map.focus) {
      const next = neighbourTowards(map, ANGLES[key]);
      if (next !== null) shell.goToPerson(id[next]);
    } else if (key in ANGLES) pan(map, ANGLES[key]);
    else return false;
    return true;
  };

  const mostTied = ({ data }) =>
    data.people.degree.reduce((best, ties, i, all) => (ties > all[best] ? i : best), 0);

  /** Of the people tied to the one in focus, the one who lies most in this direction. */
  const neighbourTowards = ({ data, focus }, angle) => {
    const { x, y } = data.people;
    let [best, least] = [null, Math.PI / 2];
    for (const other of focus.near) {
      if (other === focus.person) continue;
      const way = Math.atan2(y[other] - y[focus.person], x[other] - x[focus.person]);
      const off = Math.abs(Math.atan2(Math.sin(way - angle), Math.cos(way - angle)));
      if (off < least) [best, least] = [other, off];
    }
    return best;
  };

  const pan = ({ renderer }, angle) => {
    const camera = renderer.getCamera();
    const step = PAN * camera.ratio;
    const to = { x: camera.x + step * Math.cos(angle), y: camera.y + step * Math.sin(angle) };
    camera.animate(to, { duration: 120 });
  };

  window.netgraph.keys = { listen };
})();
