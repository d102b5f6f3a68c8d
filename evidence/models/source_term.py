from django.db import models


class SourceTerm(models.Model):
    """How often a term stands in a source's title and stored text: what `library.searching` ranks by."""

    source = models.ForeignKey("Source", on_delete=models.CASCADE, related_name="terms")
    term = models.CharField(max_length=40)
    count = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index(fields=["term", "source"], name="source_by_term")]

    def __str__(self):
        return f"{self.term} × {self.count}"


class IndexedSource(models.Model):
    """That a source's words are in the index: `of` is the MD5 of the text they were taken from, `length` the number of
    its terms."""

    source = models.OneToOneField("Source", on_delete=models.CASCADE, related_name="indexed")
    of = models.CharField(max_length=32)
    length = models.PositiveIntegerField()

    def __str__(self):
        return str(self.source)
