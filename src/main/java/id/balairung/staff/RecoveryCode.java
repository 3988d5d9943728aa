package id.balairung.staff;

import id.balairung.common.TimeOrderedId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A recovery code that was not used yet, as its keyed digest. */
@Entity
@Table(name = "staff_recovery_code")
class RecoveryCode {

    @Id
    private UUID id;

    @Column(nullable = false)
    private UUID staffId;

    @Column(nullable = false)
    private byte[] codeHash;

    protected RecoveryCode() {}

    RecoveryCode(UUID staffId, byte[] codeHash) {
        this.id = TimeOrderedId.next();
        this.staffId = staffId;
        this.codeHash = codeHash;
    }
}
