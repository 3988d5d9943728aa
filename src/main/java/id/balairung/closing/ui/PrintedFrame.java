package id.balairung.closing.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** What stands round a report on paper only: whose it is above, who printed it and where it is signed below. */
final class PrintedFrame {

    private final Div mall = new Div();
    private final H2 title = new H2();
    private final Div whose = new Div();
    private final Paragraph printed = new Paragraph();
    private final Header head = new Header(mall, title, whose);
    private final Div foot;

    PrintedFrame(ReportWords words) {
        mall.addClassName("mall");
        whose.addClassName("whose");
        printed.addClassName("printed");
        head.addClassNames("bl-closing-letterhead", "bl-paper-only");
        Div signatures = new Div(
                signature(words.text("closing.signature.agency")), signature(words.text("closing.signature.head")));
        signatures.addClassName("signatures");
        foot = new Div(signatures, printed);
        foot.addClassNames("bl-closing-colophon", "bl-paper-only");
    }

    Header head() {
        return head;
    }

    Div foot() {
        return foot;
    }

    void show(String nameOfMall, String heading, String of) {
        mall.setText(nameOfMall);
        title.setText(heading);
        whose.setText(of);
    }

    void printed(String sentence) {
        printed.setText(sentence);
    }

    private static Div signature(String role) {
        Span line = new Span();
        line.addClassName("line");
        Div signature = new Div(new Span(role), line);
        signature.addClassName("signature");
        return signature;
    }
}
