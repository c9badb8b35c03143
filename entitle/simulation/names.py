"""Names and places to make people up from: as mixed as a town is, with the marks that forms so often refuse."""
from __future__ import annotations

FEMALE = (
    "Susan", "Margaret", "Christine", "Linda", "Patricia", "Olwen", "Eirlys", "Siân", "Carys", "Aoife", "Bríd", "Róisín",
    "Precious", "Ngozi", "Adaeze", "Gurpreet", "Harjit", "Fatima", "Nasreen", "Zoë", "Chloé", "Małgorzata", "Agnieszka",
    "Joan", "Jean", "Maureen", "Sheila", "Lesley", "Yvonne", "Marva", "Hyacinth", "Mei Ling", "Thị Hương", "Ana-Sofía",
)
MALE = (
    "David", "John", "Peter", "Michael", "Alan", "Dafydd", "Gwilym", "Iorwerth", "Seán", "Pádraig", "Ciarán", "Emeka",
    "Olumide", "Balwinder", "Jaspal", "Mohammed", "Tariq", "Tomasz", "Zbigniew", "Stanisław", "Winston", "Delroy",
    "Roger", "Keith", "Barry", "Trevor", "Nigel", "Stuart", "Hamish", "Ewan", "José", "Minh", "Wai Keung", "François",
)
FAMILIES = (
    "Smith", "Jones", "Taylor", "Brown", "Williams", "Davies", "Evans", "Roberts", "Llŷr", "Prys", "ap Rhys", "Gruffydd",
    "O'Neill", "O’Connor", "Ní Dhomhnaill", "Mac Giolla", "d’Arcy-Jones", "Okafor", "Adeyemi", "Mensah", "Kaur", "Singh",
    "Patel", "Begum", "Hussain", "al-Sayed", "Zieliński", "Wójcik", "Nowak", "Clarke", "Campbell", "Francis", "MacLeod",
    "Nguyễn", "Chan", "García", "Müller", "Sørensen", "Walker", "Whitfield", "Thompson", "Wright", "Robinson", "Hughes",
)
STREETS = ("Chapel Lane", "High Street", "Mill Road", "Station Road", "Church Street", "Orchard Close", "Victoria Terrace",
           "Heol y Bont", "Stryd Fawr", "Ffordd y Môr", "Coronation Avenue", "Park View", "Canal Side", "Meadow Way")
TOWNS = (
    ("Wrexham", "LL13"), ("Bangor", "LL57"), ("Aberystwyth", "SY23"), ("Swansea", "SA1"), ("Preston", "PR1"),
    ("Leeds", "LS6"), ("Birmingham", "B13"), ("Bradford", "BD8"), ("Norwich", "NR3"), ("Exeter", "EX4"),
    ("Sunderland", "SR2"), ("Stoke-on-Trent", "ST4"), ("Lewisham", "SE13"), ("Leicester", "LE2"), ("Hull", "HU5"),
)
WELSH_TOWNS = frozenset({"Wrexham", "Bangor", "Aberystwyth", "Swansea"})
