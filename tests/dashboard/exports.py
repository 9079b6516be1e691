"""Small exports of invented people, as a browser hands them over."""

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
UMA = "Uma,Roth,https://www.linkedin.com/in/uma-roth,,Acme Tools,Lawyer,01 Feb 2024\n"
VIC = "Vic,Sand,https://www.linkedin.com/in/vic-sand,,Bellow Farms,Nurse,03 Mar 2024\n"
WES = "Wes,Tanner,https://www.linkedin.com/in/wes-tanner,,Corvi Apps,Engineer,03 Mar 2023\n"
XIA = (
    "Xia,Underhill,https://www.linkedin.com/in/xia-underhill,xia@corvi.example,Corvi Apps,"
    "Designer,03 Mar 2022\n"
)
ZOE = "Zoe,Winter,https://www.linkedin.com/in/zoe-winter,,Corvi Apps,Designer,03 Mar 2025\n"
MOVED = UMA.replace("Acme Tools,Lawyer", "Neworg,Partner")

CONNECTIONS = ("Connections.csv", (HEADER + UMA + VIC + WES + XIA).encode())
NEWER = ("Connections.csv", (HEADER + MOVED + VIC + XIA + ZOE).encode())
"""Uma has a new employer and title, Wes has left, Zoe has joined."""

GOOGLE = (
    "google.csv",
    (
        b"First Name,Last Name,Organization Name,Organization Title,E-mail 1 - Label,"
        b"E-mail 1 - Value\n"
        b"Uma,Roth,Other Works,Head of Legal,* Work,uma.roth@other.example\n"
        b"Vic,Sand,Dunmore Bank,,* Work,vicsand@home.example\n"
        b"Xia,Underhill,Corvi Apps,Designer,* Work,xia@corvi.example\n"
        b"Yan,Vogel,Ellam,Pilot,* Home,yan@ellam.example\n"
    ),
)
"""Xia is surely Xia; Vic may well be Vic, and Uma may be Uma (less likely: another title, too)."""

NO_EXPORT = ("holiday.jpg", b"\xff\xd8\xff\xe0 not an export")
