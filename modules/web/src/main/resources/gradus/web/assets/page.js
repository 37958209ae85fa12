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

    /** Hands on each line of an answer that comes line by line. */
    async lines(response, each) {
        const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
        let rest = "";
        for (;;) {
            const { value, done } = await reader.read();
            if (done) {
                return;
            }
            const lines = (rest + value).split("\n");
            rest = lines.pop();
            lines.filter((line) => line).forEach((line) => each(JSON.parse(line)));
        }
    },
};
