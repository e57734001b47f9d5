// Makes a working page quicker. Nothing here is needed: without this file every page does all that it does with it.
"use strict";

// Suggestions while typing, into the field's own datalist.
for (const field of document.querySelectorAll("input[data-suggest][list]")) {
  const list = field.list;
  let waiting;
  let running;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    const typed = field.value.trim();
    if (typed.length < 2) return;
    waiting = setTimeout(async () => {
      running?.abort();
      running = new AbortController();
      try {
        const address = `${field.dataset.suggest}?q=${encodeURIComponent(typed)}`;
        const answer = await fetch(address, { signal: running.signal, headers: { Accept: "application/json" } });
        if (!answer.ok) return;
        const body = await answer.json();
        list.replaceChildren(
          ...(body.items ?? body).map((item) => {
            const option = document.createElement("option");
            option.value = item.text ?? item;
            return option;
          }),
        );
      } catch (fault) {
        // A newer letter has asked again, or the line is down: the old suggestions stay.
        if (fault.name !== "AbortError" && !(fault instanceof TypeError)) throw fault;
      }
    }, 150);
  });
}

// A choice that says so sends its form at once.
for (const field of document.querySelectorAll("[data-submit-on-change]")) {
  field.addEventListener("change", () => field.form.requestSubmit());
}

// A button that copies: made here, because without script it could do nothing.
for (const source of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button-quiet";
  button.textContent = source.dataset.copy;
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.textContent.trim());
    said.textContent = source.dataset.copied;
    setTimeout(() => (said.textContent = ""), 4000);
  });
  const row = document.createElement("div");
  row.className = "actions";
  row.append(button, said);
  source.after(row);
}

// After a form came back with faults, the list of them is where reading goes on.
document.querySelector(".problems")?.focus();
