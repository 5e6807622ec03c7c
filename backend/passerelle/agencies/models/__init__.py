from passerelle.agencies.models.agency import Agency, Member
from passerelle.agencies.models.group import Group
from passerelle.agencies.models.site import Site
from passerelle.agencies.models.travel import TravelTime

__all__ = ["Agency", "Group", "Member", "Site", "TravelTime"]
