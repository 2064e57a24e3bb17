/**
 * The report's own script: draws each figure when it comes into view and all of them before printing, searches the
 * annex, and folds the contents on a small screen. Without it every number is still there, in the tables.
 */
export const reportScript: string = `"use strict";
document.documentElement.classList.add("js");
(function () {
  var plots = Array.prototype.slice.call(document.querySelectorAll(".plot"));
  function draw(place) {
    if (place.dataset.drawn || !window.Plotly) return;
    place.dataset.drawn = "yes";
    var figure = JSON.parse(place.nextElementSibling.textContent);
    place.style.height = figure.layout.height + "px";
    window.Plotly.newPlot(place, figure.data, figure.layout, figure.config);
  }
  if ("IntersectionObserver" in window) {
    var seen = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (entry.isIntersecting) { seen.unobserve(entry.target); draw(entry.target); }
      });
    }, { rootMargin: "600px 0px" });
    plots.forEach(function (place) { seen.observe(place); });
  } else plots.forEach(draw);
  var contents = document.querySelector(".contents");
  if (contents && window.matchMedia("(max-width: 66em)").matches) contents.removeAttribute("open");
  if (contents) contents.addEventListener("click", function (event) {
    if (event.target.closest("a") && window.matchMedia("(max-width: 66em)").matches) contents.removeAttribute("open");
  });
  function resize(width) {
    plots.forEach(function (place) {
      if (!place.dataset.drawn) return;
      window.Plotly.relayout(place, width ? { width: width, autosize: false } : { width: null, autosize: true });
    });
  }
  window.addEventListener("beforeprint", function () { plots.forEach(draw); resize(660); if (contents) contents.open = true; });
  window.addEventListener("afterprint", function () { resize(0); });

  var field = document.getElementById("search");
  function plain(text) { return text.toLowerCase().normalize("NFD").replace(/[\\u0300-\\u036f]/g, ""); }
  var groups = Array.prototype.slice.call(document.querySelectorAll(".indicator")).map(function (group) {
    return { group: group, title: plain(group.querySelector("h3").textContent), rows:
      Array.prototype.slice.call(group.querySelectorAll("tbody tr")).map(function (row) {
        return { row: row, text: plain(row.textContent) };
      }) };
  });
  function search() {
    var words = plain(field.value).split(/\\s+/).filter(Boolean);
    var found = 0;
    groups.forEach(function (one) {
      var some = 0;
      one.rows.forEach(function (row) {
        var fits = words.every(function (word) { return one.title.indexOf(word) >= 0 || row.text.indexOf(word) >= 0; });
        row.row.hidden = !fits;
        if (fits) some += 1;
      });
      one.group.hidden = some === 0;
      found += some;
    });
    document.getElementById("search-none").hidden = found > 0;
  }
  if (field) field.addEventListener("input", search);
})();
`;
