from django.urls import path

from passerelle.imports.api.views import ACTS, ExportView, ImportRowsView, ImportsView, OneImportView

urlpatterns = [
    path("exports/<str:kind>", ExportView.as_view(), name="export"),
    path("imports", ImportsView.as_view(), name="imports"),
    path("imports/<uuid:pk>", OneImportView.as_view(), name="import"),
    path("imports/<uuid:pk>/rows", ImportRowsView.as_view(), name="import-rows"),
    *(path(f"imports/<uuid:pk>/{act}", view.as_view(), name=f"import-{act}") for act, view in ACTS.items()),
]
