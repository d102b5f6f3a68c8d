"""Logins: deactivated when somebody leaves, never deleted, for decisions and events name them."""

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.contrib.auth.admin import UserAdmin

User = get_user_model()


class LoginAdmin(UserAdmin):
    def has_delete_permission(self, request, obj=None):
        return False


admin.site.unregister(User)
admin.site.register(User, LoginAdmin)
