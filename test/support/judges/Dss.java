import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.File;
import java.util.Arrays;

/** Validates PDFs with the European Commission's DSS: a folder of trusted roots (one PEM each), then the files. */
public class Dss {
  public static void main(String[] words) {
    var trusted = new CommonTrustedCertificateSource();
    for (File root : new File(words[0]).listFiles()) trusted.addCertificate(DSSUtils.loadCertificate(root));
    var verifier = new CommonCertificateVerifier();
    verifier.setTrustedCertSources(trusted);
    verifier.setCrlSource(new OnlineCRLSource());
    for (String file : Arrays.copyOfRange(words, 1, words.length)) {
      try {
        var validator = SignedDocumentValidator.fromDocument(new FileDocument(file));
        validator.setCertificateVerifier(verifier);
        var report = validator.validateDocument().getSimpleReport();
        for (String id : report.getSignatureIdList())
          System.out.println(String.join("\t", file, String.valueOf(report.getSignatureFormat(id)),
              String.valueOf(report.getIndication(id)), String.valueOf(report.getSubIndication(id)),
              report.getAdESValidationErrors(id).stream().map(message -> message.getKey()).toList()
                  + " " + report.getAdESValidationWarnings(id).stream().map(message -> message.getKey()).toList(),
              String.join(", ", report.getSignatureTimestamps(id).stream()
                  .map(time -> time.getIndication() + " " + time.getSubIndication()).toList()),
              String.join(", ", report.getSignatureScopes(id).stream()
                  .map(scope -> String.valueOf(scope.getScope())).toList())));
      } catch (RuntimeException broken) {
        System.out.println(file + "\t-\tUNREADABLE\t" + broken.getClass().getSimpleName() + "\t-\t\t");
      }
    }
  }
}
