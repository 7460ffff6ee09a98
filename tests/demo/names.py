"""Names of the demonstration: bodies and persons that plainly do not exist."""

TOWNS = (
    "Amberlow", "Brackwater", "Cindermoor", "Dapplegate", "Elderfoss", "Farthingale", "Gorsebury",
    "Hollowick", "Inkberrow Sands", "Juniper Quay", "Kettlemere", "Larkhollow", "Mossingham",
    "Nettlestow", "Owlerby", "Pebblewick", "Quillhaven", "Rushbarrow", "Sorrelton", "Thimbleford",
    "Umberley", "Vetchcombe", "Wrenfield", "Yarrowdale",
)  # fmt: skip
"""No place of the real world; each gives a name to one body of every sector."""

BODIES = {
    "nhs-body": "Health Authority",
    "health-trust": "Hospitals Trust",
    "ccg": "Commissioning Group",
    "health-and-care-partnership": "Care Partnership",
    "local-authority": "Council",
    "government-department": "Office for Song",
    "university": "University",
    "voluntary-community-social-enterprise": "Neighbours",
    "arts-organisation": "Playhouse",
    "individual-artist": "Studio of One",
    "network-alliance": "Alliance",
    "innovation-foundation": "Foundation for Trying Things",
    "funder": "Giving Fund",
    "education": "School",
    "police": "Constabulary",
    "other": "Lifeboat",
}
"""What a body of each sector is called after its town."""

PERSONS = (
    "Ada Invented", "Bruno Madeup", "Carys Dychmygol", "Dev Placeholder", "Esi Notreal",
    "Finn Pretend", "Gwen Ffug", "Hana Fictitious", "Idris Imaginary", "Jo Nobody", "Kit Specimen",
    "Lowri Enghraifft", "Maya Supposed", "Noor Hypothetical", "Olu Fabricated", "Pat Example",
)  # fmt: skip
"""Persons who never lived."""

ROLES = ("Chief executive", "Director", "Chair", "Leader", "Artistic director", "Head teacher")
"""Posts that sign."""
