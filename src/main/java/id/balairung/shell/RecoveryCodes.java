package id.balairung.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import id.balairung.common.ui.Icons;
import java.util.List;

/** The recovery codes, this once: to be copied or printed. */
class RecoveryCodes extends Div {

    RecoveryCodes(List<String> codes, String whose) {
        addClassName("bl-recovery");
        Paragraph about = new Paragraph(getTranslation("shell.recovery.whose", whose));
        about.addClassName("about");
        OrderedList list = new OrderedList(codes.stream().map(ListItem::new).toArray(ListItem[]::new));
        Button copy = new Button(getTranslation("shell.recovery.copy"), Icons.NOTE.create());
        Button print = new Button(getTranslation("shell.recovery.print"), Icons.PRINT.create());
        Div acts = new Div(copy, print);
        acts.addClassName("acts");
        add(about, list, acts);
        // In the browser alone: the codes go nowhere. Without TLS a page may not use the clipboard, so it selects and
        // copies.
        copy.getElement().setAttribute("type", "button");
        copy.getElement().executeJs("""
                        this.addEventListener('click', async () => {
                          const list = this.closest('.bl-recovery').querySelector('ol');
                          const text = [...list.children].map(code => code.textContent).join('\\n');
                          try {
                            await navigator.clipboard.writeText(text);
                          } catch (refused) {
                            getSelection().selectAllChildren(list);
                            document.execCommand('copy');
                            getSelection().removeAllRanges();
                          }
                          this.lastChild.textContent = $0;
                        });
                        """, getTranslation("shell.recovery.copied"));
        print.getElement().executeJs("this.addEventListener('click', () => print())");
    }
}
