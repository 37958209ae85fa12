package gradus.worker.astray;

import gradus.catalogue.Room;

public record WorkerWithCatalogue(Room room) {}
