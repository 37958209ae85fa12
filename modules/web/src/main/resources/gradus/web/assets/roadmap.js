// Search and filters of the roadmap.
"use strict";

{
    const search = document.getElementById("search");
    const track = document.getElementById("track");
    const ready = document.getElementById("ready");
    const found = document.getElementById("found");

    const nodes = new Map([...document.querySelectorAll("#graph .node")].map((node) => [node.dataset.room, node]));

    const show = () => {
        const words = search.value.toLowerCase().split(/\s+/).filter((word) => word);
        const chapters = track.value.split(" ").filter((id) => id);
        let n = 0;
        for (const chapter of document.querySelectorAll(".chapter")) {
            const isOnTrack = chapters.length === 0 || chapters.includes(chapter.dataset.chapter);
            let any = false;
            for (const room of chapter.querySelectorAll(".room")) {
                const text = room.dataset.text.toLowerCase();
                const isShown =
                    isOnTrack &&
                    (!ready.checked || room.dataset.ready === "true") &&
                    words.every((word) => text.includes(word));
                room.hidden = !isShown;
                nodes.get(room.id.replace("room-", ""))?.classList.toggle("faded", !isShown);
                any ||= isShown;
                n += isShown ? 1 : 0;
            }
            chapter.hidden = !any;
        }
        const isFiltered = words.length > 0 || chapters.length > 0 || ready.checked;
        found.textContent = isFiltered ? String(n) : "";
    };

    document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
    for (const element of [search, track, ready]) {
        element.addEventListener("input", show);
    }
    show();

    // A room of the graph that is pointed at: what it stands on, however far, and what stands on it.

    const lines = [...document.querySelectorAll("#graph .need-line")];

    const reached = (room, from, to) => {
        const found = new Set([room]);
        for (const id of found) {
            lines.filter((line) => line.dataset[from] === id).forEach((line) => found.add(line.dataset[to]));
        }
        return found;
    };

    const point = (room) => {
        const below = reached(room, "to", "from");
        const above = reached(room, "from", "to");
        document.getElementById("graph").classList.add("pointed");
        for (const [id, node] of nodes) {
            node.classList.toggle("related", below.has(id) || above.has(id));
        }
        for (const { classList, dataset } of lines) {
            const isBelow = below.has(dataset.from) && below.has(dataset.to);
            const isAbove = above.has(dataset.from) && above.has(dataset.to);
            classList.toggle("related", isBelow || isAbove);
        }
    };

    for (const [room, node] of nodes) {
        node.addEventListener("pointerenter", () => point(room));
        node.addEventListener("pointerleave", () => document.getElementById("graph").classList.remove("pointed"));
    }
}
