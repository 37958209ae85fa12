// What all pages share.
"use strict";

const lab = {
    /** Data that the page brought. */
    data(id) {
        const element = document.getElementById(id);
        return element ? JSON.parse(element.textContent) : null;
    },

    /** Sends JSON. What is no answer becomes an error with words. */
    async send(path, body, signal) {
        const response = await fetch(path, {
            method: "POST",
            headers: { "Content-Type": "application/json", Accept: "application/json" },
            body: JSON.stringify(body),
            signal,
        });
        if (!response.ok && response.status !== 409) {
            throw new Error((await response.json()).trouble);
        }
        return response;
    },
};
