package gradus.classroom.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import gradus.classroom.Person;
import gradus.classroom.Roster;
import gradus.cli.ExitCode;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the people of a class. */
@Command(name = "roster", description = "Lists the people of the class.")
final class RosterCommand extends ClassAction {
    RosterCommand(ClassSession session) {
        super(session);
    }

    @Override
    int run() {
        Roster roster = session().roster();
        answer(json(roster.people()), () -> {
            for (Person person : roster.people()) {
                console()
                        .say(String.format("%-20s  %-28s  %s", person.id(), person.name(), person.email())
                                .stripTrailing());
            }
        });
        return ExitCode.OK;
    }

    static JsonArray json(List<Person> people) {
        JsonArray array = new JsonArray();
        for (Person person : people) {
            JsonObject json = new JsonObject();
            json.addProperty("id", person.id());
            json.addProperty("name", person.name());
            json.addProperty("email", person.email());
            array.add(json);
        }
        return array;
    }
}
