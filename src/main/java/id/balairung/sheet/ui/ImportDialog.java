package id.balairung.sheet.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.balairung.common.BusinessRuleViolation;
import id.balairung.sheet.RowEffect;
import id.balairung.sheet.RowProblem;
import id.balairung.sheet.SheetFile;
import id.balairung.sheet.SheetFormat;
import id.balairung.sheet.SheetLimits;
import id.balairung.sheet.SheetRow;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes a table from a file: shows first what is in it and what is wrong with which row, and imports all of it or nothing. What
 * the browser checks of the file is for the person's comfort; {@link SheetFile} checks it.
 */
@StyleSheet("styles/sheet.css")
public class ImportDialog extends Dialog {

    private final transient ImportPlan plan;
    private final transient Runnable afterwards;
    private final transient Consumer<Runnable> before;
    private final Div refusal = new Div();
    private final Div count = new Div();
    private final PreviewGrid preview;
    private final Button confirm = new Button();
    private transient List<SheetRow> rows = List.of();

    /**
     * A dialog.
     *
     * @param plan what is imported
     * @param afterwards what to do when it was imported and the dialog has closed
     */
    public ImportDialog(ImportPlan plan, Runnable afterwards) {
        this(plan, afterwards, Runnable::run);
    }

    /**
     * A dialog for a sensitive table.
     *
     * @param plan what is imported
     * @param afterwards what to do when it was imported and the dialog has closed
     * @param before what is asked of the person before it is imported; runs its argument when that was answered
     */
    public ImportDialog(ImportPlan plan, Runnable afterwards, Consumer<Runnable> before) {
        this.plan = plan;
        this.afterwards = afterwards;
        this.before = before;
        this.preview = new PreviewGrid(plan.template().columns());
        addClassName("bl-import");
        setHeaderTitle(plan.title());
        setWidth("64rem");
        refusal.addClassName("bl-refusal");
        refusal.getElement().setAttribute("role", "alert");
        count.addClassName("bl-import-count");
        count.getElement().setAttribute("role", "status");
        preview.setVisible(false);
        add(introduction(), upload(), refusal, count, preview);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> {
            confirm.setEnabled(true);
            before.accept(this::carryOut);
        });
        getFooter().add(new Button(getTranslation("sheet.import.close"), click -> close()), confirm);
        show(List.of(), List.of());
    }

    private Div introduction() {
        Paragraph note = new Paragraph(getTranslation(
                "sheet.import.note",
                plan.template().columns().stream()
                        .map(column -> column.header())
                        .collect(Collectors.joining(", "))));
        note.addClassName("bl-sec");
        Div templates = new Div(new Span(getTranslation("sheet.import.template")));
        templates.addClassName("bl-templates");
        for (SheetFormat format : SheetFormat.values()) {
            Anchor link = new Anchor();
            link.setText(getTranslation("sheet.export." + (format == SheetFormat.XLSX ? "xlsx" : "csv")));
            link.setHref(new TableDownload(format, plan::template), AttachmentType.DOWNLOAD);
            templates.add(link);
        }
        return new Div(note, templates);
    }

    private SheetUpload upload() {
        return new SheetUpload(SheetLimits.STANDARD, (name, file) -> take(file), this::refuse, () -> {
            refusal.setText("");
            show(List.of(), List.of());
        });
    }

    private void take(SheetFile file) {
        refusal.setText("");
        try {
            List<SheetRow> found = file.rows(plan.template().columns());
            show(found, plan.check().apply(found));
        } catch (BusinessRuleViolation refused) {
            refuse(getTranslation(refused.key(), refused.arguments()));
        }
    }

    private void refuse(String sentence) {
        show(List.of(), List.of());
        refusal.setText(sentence);
    }

    private void show(List<SheetRow> found, List<RowProblem> problems) {
        rows = found;
        long bad = problems.stream().map(RowProblem::row).distinct().count();
        List<RowEffect> effects = found.isEmpty() ? List.of() : plan.effects().apply(found);
        count.setText(told(found.size(), bad, effects));
        preview.setVisible(!found.isEmpty());
        preview.show(found, problems, effects);
        confirm.setText(
                found.isEmpty()
                        ? getTranslation("sheet.import.confirm-none")
                        : getTranslation("sheet.import.confirm", found.size()));
        confirm.setEnabled(!found.isEmpty() && bad == 0);
    }

    private String told(int all, long bad, List<RowEffect> effects) {
        if (all == 0) {
            return "";
        }
        String judged = getTranslation("sheet.import.count", all - bad, bad);
        return bad > 0
                ? judged
                : judged + " "
                        + getTranslation(
                                "sheet.import.effects",
                                Stream.of(RowEffect.Kind.values())
                                        .map(kind -> effects.stream()
                                                .filter(effect -> effect.kind() == kind)
                                                .count())
                                        .toArray());
    }

    private void carryOut() {
        try {
            List<SheetRow> all = rows;
            List<RowProblem> problems = plan.importing().apply(all);
            if (problems.isEmpty()) {
                close();
                afterwards.run();
            } else {
                show(all, problems);
                refusal.setText(getTranslation("sheet.import.changed"));
            }
        } catch (BusinessRuleViolation refused) {
            refusal.setText(getTranslation(refused.key(), refused.arguments()));
        }
    }
}
