package id.balairung.intake.ui;

import id.balairung.queue.PriorityClass;
import id.balairung.queue.Visitor;
import java.util.Optional;

/**
 * What is filled in about the visitor. Public, for the binder reads a record by reflection.
 *
 * @param priorityClass the class
 * @param name the name as typed; empty when not told
 * @param phone the phone number as typed; empty when not told
 */
public record VisitDraft(PriorityClass priorityClass, String name, String phone) {

    static final VisitDraft EMPTY = new VisitDraft(PriorityClass.GENERAL, "", "");

    /** Without what was typed, for this may come into a log. */
    @Override
    public String toString() {
        return "VisitDraft " + priorityClass;
    }

    Visitor visitor() {
        return new Visitor(Optional.of(name), Optional.of(phone));
    }
}
