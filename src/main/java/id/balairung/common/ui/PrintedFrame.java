package id.balairung.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/**
 * What stands round a page on paper only: whose it is above, who printed it when, and where it is signed, below. A page that has
 * one is printed without the frame of the application, black on white.
 */
public final class PrintedFrame {

    private final Letterhead head = new Letterhead();
    private final Div foot = new Div();
    private final Div places = new Div();
    private final Paragraph printed = new Paragraph();

    /** A frame, of which nobody signs what is in it yet. */
    public PrintedFrame() {
        printed.addClassName("printed");
        foot.addClassNames("bl-colophon", "bl-paper-only");
        places.addClassName("signatures");
        foot.add(places, printed);
    }

    /** To be put before the page. */
    public Component head() {
        return head;
    }

    /** To be put after it. */
    public Component foot() {
        return foot;
    }

    /**
     * Says what is on the page.
     *
     * @param mall the mall's name
     * @param title what it is, translated
     * @param whose the agency's name, or that it is of all
     */
    public void show(String mall, String title, String whose) {
        head.show(mall, title, whose);
    }

    /**
     * Leaves room for signatures.
     *
     * @param roles who signs, translated; may be nobody
     */
    public void signed(List<String> roles) {
        places.removeAll();
        roles.forEach(role -> places.add(signature(role)));
    }

    /** Says who printed it when, in a translated sentence. */
    public void printed(String sentence) {
        printed.setText(sentence);
    }

    private static Div signature(String role) {
        Span line = new Span();
        line.addClassName("line");
        Div signature = new Div(new Span(role), line);
        signature.addClassName("signature");
        return signature;
    }

    @StyleSheet("styles/paper.css")
    private static final class Letterhead extends Header {

        private final Div mall = new Div();
        private final H2 title = new H2();
        private final Div whose = new Div();

        Letterhead() {
            addClassNames("bl-letterhead", "bl-paper-only");
            mall.addClassName("mall");
            whose.addClassName("whose");
            add(mall, title, whose);
        }

        void show(String nameOfMall, String heading, String of) {
            mall.setText(nameOfMall);
            title.setText(heading);
            whose.setText(of);
        }
    }
}
