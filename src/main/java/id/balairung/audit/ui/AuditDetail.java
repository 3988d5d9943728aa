package id.balairung.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import id.balairung.audit.AuditEntry;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that is known of an entry: what changed side by side, where from, when exactly, and its place in the chain. */
class AuditDetail extends Div {

    private static final int SHOWN_DIGITS = 16;

    AuditDetail(AuditEntry entry, AuditWords words) {
        addClassName("bl-audit-detail");
        Set<String> names = new LinkedHashSet<>(entry.before().keySet());
        names.addAll(entry.after().keySet());
        if (!names.isEmpty()) {
            add(values(entry, names, words));
        }
        DescriptionList facts = new DescriptionList();
        fact(facts, words.text("audit.detail.when"), words.exact(entry.at()));
        fact(facts, words.text("audit.detail.who"), words.person(entry));
        Optional.of(words.role(entry))
                .filter(role -> !role.isEmpty())
                .ifPresent(role -> fact(facts, words.text("audit.detail.role"), role));
        fact(
                facts,
                words.text("audit.detail.address"),
                entry.address().orElseGet(() -> words.text("audit.detail.no-address")));
        fact(
                facts,
                words.text("audit.detail.seal"),
                entry.seal()
                        .map(seal -> words.text(
                                "audit.detail.sealed",
                                String.valueOf(seal.position()),
                                seal.hash().substring(0, SHOWN_DIGITS)))
                        .orElseGet(() -> words.text("audit.detail.unsealed")));
        add(facts);
    }

    /** Where nothing was before, as in a new account, there is no column for it. */
    private static Component values(AuditEntry entry, Set<String> names, AuditWords words) {
        boolean changed = !entry.before().isEmpty();
        NativeTable table = new NativeTable();
        table.addClassName("bl-table");
        NativeTableRow head = new NativeTableRow();
        head.add(new NativeTableHeaderCell(words.text("audit.detail.value")));
        if (changed) {
            head.add(new NativeTableHeaderCell(words.text("audit.detail.before")));
        }
        head.add(new NativeTableHeaderCell(words.text(changed ? "audit.detail.after" : "audit.detail.content")));
        table.add(head);
        for (String name : names) {
            NativeTableRow row = new NativeTableRow();
            NativeTableHeaderCell called = new NativeTableHeaderCell(words.name(name));
            called.getElement().setAttribute("scope", "row");
            row.add(called);
            if (changed) {
                row.add(cell(name, entry.before().get(name), words));
            }
            row.add(cell(name, entry.after().get(name), words));
            table.add(row);
        }
        return table;
    }

    private static NativeTableCell cell(String name, @Nullable String value, AuditWords words) {
        return new NativeTableCell(value == null ? words.text("audit.detail.none") : words.value(name, value));
    }

    private static void fact(DescriptionList facts, String name, String value) {
        facts.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
    }
}
