// Formulas: MathJax adds a style sheet, which has to carry the page's number.
"use strict";

{
    const nonce = document.querySelector("meta[name=nonce]").content;
    const create = document.createElement.bind(document);
    document.createElement = (name, options) => {
        const element = create(name, options);
        if (name === "style") {
            element.nonce = nonce;
        }
        return element;
    };
    window.MathJax = {
        tex: { inlineMath: [["\\(", "\\)"]], displayMath: [["\\[", "\\]"]] },
        chtml: { fontURL: "/lib/mathjax/es5/output/chtml/fonts/woff-v2" },
        loader: { load: [], paths: { mathjax: "/lib/mathjax/es5" } },
        options: { enableMenu: false, ignoreHtmlClass: "tex2jax_ignore|CodeMirror|source", processHtmlClass: "formula" },
        startup: { elements: null },
    };
}
