// Looks at the page it stands in, and leaves what is wrong with it in an
// element of its own, as JSON.
(() => {
  const found = {
    width: window.innerWidth,
    overflow: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
    requests: performance.getEntriesByType("resource").map((e) => e.name),
    broken: [], faint: [], unlabeled: [], headings: [], findings: 0, notes: 0, errors: [],
  };
  const fixed = document.body.style.width;
  if (fixed) {
    found.width = parseInt(fixed, 10);
    found.overflow = Math.max(0, document.body.scrollWidth - found.width);
  }
  try {
    for (const a of document.querySelectorAll('a[href^="#"]')) {
      if (!document.getElementById(decodeURIComponent(a.hash.slice(1)))) found.broken.push(a.hash);
    }
    for (const c of document.querySelectorAll("input,button,select,summary")) {
      const name = c.textContent || (c.labels && c.labels.length && c.labels[0].textContent) || c.getAttribute("aria-label");
      if (!name || !name.trim()) found.unlabeled.push(c.outerHTML.slice(0, 80));
    }
    found.headings = [...document.querySelectorAll("h1,h2,h3,h4")].map((h) => Number(h.tagName[1]));
    const seen = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility === "visible";
    found.findings = [...document.querySelectorAll("li.finding")].filter(seen).length;
    found.notes = [...document.querySelectorAll("li.note")].filter(seen).length;

    const parse = (s) => (s.match(/[\d.]+/g) || []).map(Number);
    const light = (rgb) => {
      const [r, g, b] = rgb.map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (e) => {
      for (; e; e = e.parentElement) {
        const c = parse(getComputedStyle(e).backgroundColor);
        if (c.length === 3 || c[3] === 1) return c.slice(0, 3);
      }
      return [255, 255, 255];
    };
    for (const e of document.body.querySelectorAll("*")) {
      const text = [...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data).join("").trim();
      if (!text || !seen(e) || e.tagName === "SCRIPT" || e.tagName === "STYLE") continue;
      const a = light(parse(getComputedStyle(e).color).slice(0, 3)), b = light(behind(e));
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (ratio < 4.5) found.faint.push(ratio.toFixed(2) + " " + e.tagName + "." + e.className + " " + text.slice(0, 60));
    }
  } catch (e) {
    found.errors.push(String(e));
  }
  const pre = document.createElement("pre");
  pre.id = "inspection";
  pre.textContent = JSON.stringify(found);
  document.body.append(pre);
})();
