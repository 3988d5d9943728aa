package id.balairung.queue.ui;

import com.vaadin.flow.component.Component;
import id.balairung.alert.Alert;

/**
 * An alert in words.
 *
 * @param alert which
 */
public record AlertSentence(Alert alert) {

    /**
     * In a person's language. A fact that is a number is shown as its text asks, e.g. a counter's as 03; a ticket's number stays on one
     * line, for a word joiner follows its hyphen.
     *
     * @param asking a component of that person's screen
     */
    public String in(Component asking) {
        return asking.getTranslation(
                "queue.alert." + alert.kind().code(),
                alert.facts().stream()
                        .<Object>map(
                                fact -> fact.matches("\\d{1,9}") ? Integer.valueOf(fact) : fact.replace("-", "-\u2060"))
                        .toArray());
    }
}
