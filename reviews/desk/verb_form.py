from crispy_forms.helper import FormHelper
from django import forms


class VerbForm(forms.Form):
    """The form of one verb; `arguments` are what the verb takes beside `by`."""

    def __init__(self, *args, article, **kwargs):
        super().__init__(*args, prefix=kwargs.pop("prefix", None), **kwargs)
        self.article = article
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def arguments(self):
        return dict(self.cleaned_data)
