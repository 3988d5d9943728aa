package id.balairung.history;

import id.balairung.common.BusinessRuleViolation;
import id.balairung.security.Role;
import id.balairung.sheet.SheetFile;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Gives the demonstration mall a past, by the same door by which an older system's turns come in: checked row by row, all of a file
 * or nothing, told in the trail and in the agency's list of imports, where its admin can undo it. {@link HistoryImport#begin} asks
 * who sits at the screen; here nobody sits at one, so this exists with the profile {@code demo} only.
 */
@Component
@Profile("demo")
public class DemoImport {

    private final HistoryImport imports;

    DemoImport(HistoryImport imports) {
        this.imports = imports;
    }

    /**
     * Imports a file into the own agency's history, on this thread.
     *
     * @param file a table whose headings say what they are, see {@link ImportField}
     * @param fileName what it is called
     * @return what came of it
     * @throws BusinessRuleViolation when something is wrong with any row
     */
    @RolesAllowed(Role.AGENCY_ADMIN_ROLE)
    public ImportRun bringIn(SheetFile file, String fileName) {
        return imports.bringIn(file, fileName);
    }
}
