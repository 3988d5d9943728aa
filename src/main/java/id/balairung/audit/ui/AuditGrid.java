package id.balairung.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import id.balairung.audit.AuditEntry;

/** The entries of a trail; a row opens to all that is known of it. */
class AuditGrid extends Grid<AuditEntry> {

    private static final int PAGE = 50;

    private final transient AuditWords words;

    AuditGrid(AuditWords words) {
        this.words = words;
        addClassName("bl-audit-entries");
        addThemeVariants(GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setPageSize(PAGE);
        getElement().setAttribute("aria-label", words.text("audit.title"));
        deskOnly(addColumn(entry -> words.dayAndMinute(entry.at())), "audit.when", "150px");
        addComponentColumn(this::what).setHeader(words.text("audit.what")).setFlexGrow(1);
        deskOnly(addComponentColumn(this::who), "audit.who", "240px");
        deskOnly(
                addColumn(entry -> entry.address().orElse(""))
                        .setTooltipGenerator(entry -> entry.address().orElse("")),
                "audit.address",
                "140px");
        setItemDetailsRenderer(new ComponentRenderer<>(entry -> new AuditDetail(entry, words)));
        setDetailsVisibleOnClick(true);
    }

    /** Shows a trail; it is read as far as somebody looks. */
    void show(LazyTrail trail) {
        setItems(query -> trail.fetch(query.getOffset(), query.getLimit()).stream());
    }

    private Component what(AuditEntry entry) {
        Span kind = new Span(words.kind(entry.kind()));
        kind.addClassName("kind");
        Span subject = new Span(words.subject(entry));
        subject.addClassNames("bl-sec", "subject");
        Span phone = new Span(words.dayAndMinute(entry.at()) + ", " + words.person(entry));
        phone.addClassNames("phone", "bl-xs", "bl-sec");
        Div what = new Div(kind, subject, phone);
        what.addClassName("bl-audit-what");
        return what;
    }

    private Component who(AuditEntry entry) {
        Span role = new Span(words.role(entry));
        role.addClassNames("bl-xs", "bl-sec");
        Div who = new Div(new Span(words.person(entry)), role);
        who.addClassName("bl-audit-who");
        return who;
    }

    private void deskOnly(Grid.Column<AuditEntry> column, String header, String width) {
        column.setHeader(words.text(header)).setWidth(width).setFlexGrow(0);
        column.setPartNameGenerator(entry -> "desk-only");
        column.setHeaderPartName("desk-only");
    }
}
