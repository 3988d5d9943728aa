package id.balairung.history;

import id.balairung.security.Role;
import id.balairung.security.StaffPrincipal;

/**
 * Which columns a person's file has beyond those that all have.
 *
 * @param agency whose turn it was, for who reads several agencies
 * @param officer who called it, for who reads several officers' turns
 * @param rating what the visitor said of it, for who may know
 * @param notes what was noted
 */
record ExportColumns(boolean agency, boolean officer, boolean rating, boolean notes) {

    static ExportColumns of(StaffPrincipal reader, boolean notes) {
        boolean officer = reader.role() == Role.OFFICER;
        return new ExportColumns(reader.agency().isEmpty(), !officer, !officer, notes);
    }
}
