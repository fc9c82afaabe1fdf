// @ts-check
/** Counts what the policy has forbidden: to us, or to whoever came into the page. */
let violations = 0;
document.addEventListener("securitypolicyviolation", () => {
  violations += 1;
  const shown = document.getElementById("verstoesse");
  if (shown !== null) shown.textContent = String(violations);
});
