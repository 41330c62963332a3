// Draws each figure anew when it comes near the screen, so that its marks can be asked; if that fails, the static
// drawing stays. The interpreter of expressions (ast) keeps to a policy that forbids eval.
const options = {
  actions: false, ast: true, defaultStyle: false, mode: "vega-lite", renderer: "svg",
  tooltip: { disableDefaultStyle: true },
};
const draw = (holder) => {
  const spec = JSON.parse(document.getElementById(holder.dataset.figure).textContent);
  const box = document.createElement("div");
  box.ariaHidden = "true"; // its holder has the text alternative
  vegaEmbed(box, spec, options).then(() => holder.replaceChildren(box), () => {});
};
const watch = new IntersectionObserver((seen) => {
  for (const { target } of seen.filter((entry) => entry.isIntersecting)) {
    watch.unobserve(target);
    draw(target);
  }
}, { rootMargin: "400px" });
document.querySelectorAll("[data-figure]").forEach((holder) => watch.observe(holder));
