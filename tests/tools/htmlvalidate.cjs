// What html-validate asks of our pages: everything it recommends, but for what is taste.
module.exports = {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // A button in a form submits it: HTML says so, and every form here has just such buttons.
    "no-implicit-button-type": "off",
    // Blanks at the end of a line are the renderer's; nobody sees them.
    "no-trailing-whitespace": "off",
  },
};
