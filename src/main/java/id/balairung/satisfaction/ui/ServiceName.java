package id.balairung.satisfaction.ui;

import com.vaadin.flow.component.html.Span;

/** A service's name as it stands in a narrow column: it breaks between its words, but not at the hyphen of KTP-el. */
class ServiceName extends Span {

    ServiceName(String name) {
        StringBuilder plain = new StringBuilder();
        for (String part : name.splitWithDelimiters(" ", 0)) {
            if (part.contains("-")) {
                addPlain(plain);
                Span whole = new Span(part);
                whole.addClassName("bl-nowrap");
                add(whole);
            } else {
                plain.append(part);
            }
        }
        addPlain(plain);
    }

    private void addPlain(StringBuilder plain) {
        if (!plain.isEmpty()) {
            add(plain.toString());
            plain.setLength(0);
        }
    }
}
