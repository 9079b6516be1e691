/* A picture of the map to keep: what is in the window, with the legend beside it. */
"use strict";

window.netgraph = window.netgraph || {};

(() => {
  const LEGEND = 270;
  const ROW = 20;
  const LAYERS = ["areas", "edges", "nodes", "areaNames", "labels", "hovers", "hoverNodes"];

  const savePicture = () => {
    const map = window.netgraph.map.current();
    if (!map) return;
    const { width, height } = map.renderer.getDimensions();
    const scale = window.devicePixelRatio || 1;
    const picture = document.createElement("canvas");
    picture.width = (width + LEGEND) * scale;
    picture.height = height * scale;
    const context = picture.getContext("2d");
    context.scale(scale, scale);
    context.fillStyle = window.netgraph.colours.scheme().ground;
    context.fillRect(0, 0, width + LEGEND, height);
    map.renderer.refresh(); // WebGL forgets its picture once it is shown: draw and copy at once
    const layers = map.renderer.getCanvases();
    for (const name of LAYERS) {
      if (layers[name]) context.drawImage(layers[name], 0, 0, width, height);
    }
    drawLegend(map, context, width + 16, height);
    picture.toBlob((blob) => download(blob, "netgraph-map.png"));
  };

  const drawLegend = (map, context, left, height) => {
    const { scheme } = window.netgraph.colours;
    const { legend } = window.netgraph;
    const family = getComputedStyle(document.body).fontFamily;
    context.font = `13px ${family}`;
    context.textBaseline = "middle";
    let y = 24;
    const write = ({ text, size }) => {
      context.fillStyle = scheme().text;
      context.fillText(shorten(context, `${text} · ${size}`, LEGEND - 60), left + 28, y);
      y += ROW;
    };
    for (const tie of legend.describeTies(map)) {
      context.fillStyle = tie.colour;
      context.fillRect(left, y - tie.wide / 2, 20, tie.wide);
      write(tie);
    }
    y += ROW / 2;
    for (const item of legend.describe(map)) {
      if (y > height - ROW) break;
      if (map.chosen.size && !map.chosen.has(item.entry)) continue;
      context.fillStyle = item.colour;
      context.beginPath();
      context.arc(left + 10, y, 5, 0, 2 * Math.PI);
      context.fill();
      write(item);
    }
  };

  const shorten = (context, text, room) => {
    let shown = text;
    while (context.measureText(shown).width > room && shown.length > 4) {
      shown = `${shown.slice(0, -2).trimEnd()}…`;
    }
    return shown;
  };

  const download = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  window.netgraph.savePicture = savePicture;
})();
