"""People named in prose by a given name and a surname, with no post beside them.

The given name is what tells: one of those that people in Britain and Ireland bear, in whatever
community. A street, a building or a body that is called after somebody goes on with what it is.
"""

import re
from collections.abc import Iterator, Sequence

from answerable.reading.clauses import Passage
from answerable.reading.people.attendance import Sighting
from answerable.reading.people.post_words import POSTS
from answerable.reading.roles import SURNAME, is_name

_GIVEN_WORDS = (
    "Aaron Abbie Abdul Abdullah Abigail Abu Ada Adam Adaeze Ade Adele Adeel Aditi Adrian"
    " Agnes Ahmed Aidan Aileen Aisha Aisling Ajay Akash Alan Alana Alasdair Albert Alec"
    " Alejandro Alex Alexander Alexandra Alexis Alfie Alfred Ali Alice Alicia Alison Alistair"
    " Alister Allan Allen Alma Alwyn Amanda Amber Amelia Amina Amir Amit Amy Ana Anand Andrea"
    " Andrew Andrzej Andy Aneurin Angela Angharad Angus Anika Anil Anita Anjali Ann Anna"
    " Annabel Anne Annette Annie Anthea Anthony Antonia Anwar Aoife April Archie Ariana Arjun"
    " Arnold Arthur Arun Asha Ashley Ashok Asif Astrid Audrey August Austin Ayesha Ayo"
    " Babajide Barbara Barnaby Barry Bartholomew Basil Beatrice Becky Belinda Ben Benedict"
    " Benjamin Bernadette Bernard Beryl Beth Bethan Bethany Betty Beverley Bilal Bill Billy"
    " Blessing Bob Bobby Boris Brenda Brendan Brian Bridget Bronwen Bruce Bryan Bryn Bryony"
    " Callum Calum Cameron Camilla Carl Carla Carlos Carly Carmen Carol Caroline Carolyn Carys"
    " Caspar Cassandra Catherine Cathy Catriona Cecil Cecilia Cedric Celia Ceri Charis Charles"
    " Charlie Charlotte Cherry Cheryl Chidi Chinedu Chioma Chloe Chris Christian Christina"
    " Christine Christopher Ciara Ciaran Claire Clara Clare Clarence Claud Claude Claudia"
    " Clement Cliff Clifford Clive Colette Colin Connor Conor Constance Cora Cordelia Cormac"
    " Craig Crispin Cyril Daisy Dale Damian Damien Daniel Danielle Danny Daphne Darren Daryl"
    " Dave David Davina Dawn Dean Debbie Deborah Declan Deepa Deirdre Delia Delroy Denis"
    " Denise Dennis Derek Dermot Desmond Diana Diane Dilip Dilys Dinah Dipak Dmitri Dominic"
    " Don Donald Donna Donovan Dora Doreen Doris Dorothy Dougal Douglas Duncan Dylan Eamon"
    " Ebony Ed Eddie Edgar Edith Edmund Edna Edward Edwin Edwina Efua Eileen Eilidh Eira"
    " Elaine Eleanor Elena Eleri Eli Elias Elijah Elin Elisabeth Elizabeth Ella Ellen Ellie"
    " Elliot Elliott Elsie Elspeth Elvira Elwyn Emeka Emily Emir Emma Emmanuel Enid Enoch Eoin"
    " Eric Erica Erin Ernest Esme Esther Ethan Ethel Eugene Eunice Eva Evan Eve Evelyn Ewan"
    " Faith Farah Farhan Farida Fatima Fatou Fay Felicity Felix Fergus Fern Fiona Finlay Finn"
    " Fintan Flora Florence Frances Francesca Francis Frank Fraser Fred Freda Freddie"
    " Frederick Freya Gabriel Gail Gareth Garry Gary Gavin Gaynor Gemma Geoff Geoffrey George"
    " Georgia Georgina Geraint Gerald Geraldine Gerard Gertrude Gethin Gilbert Giles Gill"
    " Gillian Gina Giovanni Gita Gladys Glen Glenda Glenn Glenys Gloria Glyn Godfrey Gordon"
    " Grace Graham Grainne Grant Greg Gregory Greta Griff Gudrun Guy Gwen Gwendolen Gwyn"
    " Gwyneth Habib Hafsa Hakim Halima Hamish Hamza Hannah Hari Harold Haroun Harpreet Harriet"
    " Harrison Harry Harsha Harvey Hassan Hattie Hayley Hazel Heather Hector Heidi Helen"
    " Helena Helga Henrietta Henry Herbert Hetty Hilary Hilda Hollie Holly Honor Horace Howard"
    " Hubert Hugh Hugo Humphrey Ian Ibrahim Ida Idris Ieuan Ifeoma Ifor Ikram Ilona Imani"
    " Imelda Imogen Imran Ines Ingrid Iona Ioan Iqbal Irene Iris Irfan Isaac Isabel Isabella"
    " Isabelle Isla Ismail Isobel Ivan Ivor Ivy Jabez Jacinta Jack Jackie Jacob Jacqueline"
    " Jacques Jade Jagdeep Jagdish Jake Jamal James Jamie Jan Jane Janet Janice Janine Jared"
    " Jasmin Jasmine Jason Jasper Jaspreet Javed Jay Jayne Jean Jeanette Jeff Jeffrey Jemima"
    " Jenna Jennie Jennifer Jenny Jeremiah Jeremy Jerome Jess Jesse Jessica Jill Jim Jimmy Jo"
    " Joan Joanna Joanne Jocelyn Jodie Joe Joel Johan Johanna John Johnny Jon Jonah Jonas"
    " Jonathan Jordan Josef Joseph Josephine Josh Joshua Josie Joy Joyce Juan Judith Judy"
    " Julia Julian Juliana Julie Juliet June Justin Justine Kamal Kamala Kamran Karen Karim"
    " Karin Karl Karolina Kasia Kate Katherine Kathleen Kathryn Kathy Katie Katrina Kavita Kay"
    " Keir Keira Keith Kelly Kelvin Ken Kenneth Kenny Kerry Kevin Khadija Khalid Kieran Kim"
    " Kimberley Kiran Kirsten Kirsty Kofi Kristen Krystyna Kurt Kwame Kyle Lakshmi Lana Lance"
    " Lara Larry Laura Lauren Laurence Laurie Lavinia Lawrence Layla Leah Leanne Lee Leila"
    " Lena Leo Leon Leona Leonard Leonie Leroy Lesley Leslie Lester Leticia Lewis Liam Lila"
    " Lilian Lillian Lily Linda Lindsay Lindsey Lionel Lisa Liz Lizzie Llinos Lloyd Lois Lola"
    " Lorcan Lorna Lorraine Lottie Lou Louis Louisa Louise Lubna Lucia Lucian Lucinda Lucy"
    " Ludmila Luis Luke Luther Lydia Lyn Lynda Lynn Lynne Mabel Madeleine Madge Magda"
    " Magdalena Maggie Magnus Mahmoud Mair Mairi Maisie Malachy Malcolm Malik Mandy Manjit"
    " Manoj Marc Marcel Marcia Marcus Margaret Margery Margot Maria Mariam Marian Marianne"
    " Marie Marilyn Marina Marion Marjorie Mark Marlene Marlon Marsha Martha Martin Martina"
    " Martyn Marvin Mary Maryam Mateusz Matilda Matt Matthew Maud Maura Maureen Maurice Mavis"
    " Max Maxine Maxwell Maya Meena Meera Meg Megan Mehmet Mei Melanie Melissa Melvin Mercy"
    " Meredith Merryn Mervyn Mia Michael Michaela Michal Michelle Miguel Mike Mila Mildred"
    " Miles Milo Mina Miranda Miriam Misha Moira Molly Mona Monica Monique Morag Morris"
    " Morwenna Moses Muhammad Mohamed Mohammad Mohammed Muriel Murray Myfanwy Myles Myra"
    " Nadeem Nadia Nadine Nancy Naomi Narinder Natalie Natasha Nathan Nathaniel Naveed Neema"
    " Neil Nell Nelson Nerys Nesta Neville Ngozi Nia Niall Niamh Nicholas Nick Nicky Nicola"
    " Nicole Nigel Nikhil Nina Nisha Noah Noel Noor Nora Noreen Norma Norman Nuala Nusrat Obi"
    " Olga Olive Oliver Olivia Olu Omar Oona Ophelia Orla Orlando Oscar Osman Osama Oswald"
    " Otis Otto Owen Padraig Paige Pamela Parveen Pascal Patience Patricia Patrick Patsy Patti"
    " Paul Paula Pauline Pavel Pearl Peggy Penelope Penny Percy Perdita Pete Peter Petra"
    " Petros Phil Philip Philippa Phillip Phoebe Phyllis Pierre Piers Piotr Pippa Polly Poppy"
    " Prakash Preeti Priscilla Priya Priyanka Prudence Qasim Quentin Rachael Rachel Rafael"
    " Rafiq Rahim Rahul Raj Rajesh Rajiv Ralph Ramesh Ranjit Raphael Rashid Rashida Raymond"
    " Razia Rebecca Reg Reggie Reginald Rehana Renata Reuben Rhian Rhiannon Rhoda Rhodri Rhona"
    " Rhys Ricardo Richard Rick Ricky Rita Rob Robert Roberta Roberto Robin Robyn Roddy"
    " Roderick Rodney Roger Rohan Roisin Roland Roman Ron Ronald Ronan Ronnie Rory Rosa"
    " Rosalind Rosamund Rosanna Rose Roseanne Rosemary Rosie Roslyn Rowan Rowena Roxanne Roy"
    " Ruby Rufus Rukhsana Rupert Russell Ruth Ryan Sabina Sabrina Sadia Sadie Sadiq Saeed"
    " Safia Saima Sajid Sally Salma Sam Samantha Samira Samuel Sana Sandeep Sandra Sandy"
    " Sanjay Santosh Saoirse Sara Sarah Satnam Saul Savita Scott Sean Sebastian Selina Selwyn"
    " Seth Shabana Shane Shannon Shanta Sharon Sharron Shaun Shauna Shazia Sheila Shelagh"
    " Shelley Shirley Shona Siddharth Sidney Sigrid Silas Silvia Simon Simone Sinead Siobhan"
    " Sita Sofia Solomon Sonia Sophia Sophie Stacey Stan Stanislaw Stanley Stefan Stella"
    " Stephanie Stephen Steve Steven Stewart Stuart Sue Suki Sukhdeep Sunil Sunita Suresh"
    " Surinder Susan Susanna Susannah Susie Suzanne Sven Sybil Sydney Sylvia Tahir Tamara"
    " Tamsin Tania Tanya Tara Tariq Tegan Terence Teresa Terri Terry Tess Tessa Thea Thelma"
    " Theo Theodora Theodore Theresa Thomas Tia Tim Timothy Tina Toby Todd Tom Tommy Toni Tony"
    " Tracey Tracy Trevor Tricia Trisha Tristan Trudy Tunde Tyrone Una Ursula Usha Usman"
    " Valerie Vanessa Vaughan Vera Verity Vernon Veronica Vic Vicky Victor Vijay Vikram Vince"
    " Vincent Vinod Viola Violet Virginia Vivian Vivien Vivienne Walter Wanda Waqar Warren"
    " Wayne Wendy Wesley Wilfred Will William Wilma Winifred Winston Wojciech Xavier Yasmin"
    " Yolanda Yousef Yusuf Yvette Yvonne Zac Zach Zachary Zafar Zahid Zahra Zainab Zak Zara"
    " Zeb Zoe Zofia Zohra Zora Zulfiqar Zuleika"
)
_GIVEN = frozenset(_GIVEN_WORDS.split())
_INITIAL = r"(?:[A-Z]\.? )?"
_NAMED = re.compile(
    rf"(?<![\w@/.’'-])(?=(?P<name>(?P<given>[A-Z][a-z]{{1,11}})"
    rf"(?:-[A-Z][a-z]+)? {_INITIAL}(?P<surname>{SURNAME}))(?![\w@/-]))"
)
# "Grace House", "Victoria Road", "the Arthur Rank Centre": called after somebody.
_CALLED_WORDS = (
    "Street Road Lane Avenue Close Drive Way Terrace Square Park House Court Hall Lodge Farm"
    " School College Academy University Hospital Hospice Clinic Surgery Centre Center Trust"
    " Foundation Fund Charity Church Chapel Cathedral Station Barracks Building Bridge Green"
    " Hill Wood Woods Estate Village Island River Bay Day Days Week Month Year Act Bill Award"
    " Cup Inquiry Review Report Law Line Unit Ward Wing Team Project Programme Partnership"
    " Association Society Club Institute Library Museum Theatre Gardens Place Point Quay Row"
    " Grove Crescent Mill Mews Works Ltd Limited LLP Group Services Service Police"
    " Constabulary Council Department Office Room Suite Holdings Solicitors Partners"
    " Associates Bank Times News Post Messenger Courier Advertiser Mercury Argus Gazette"
    " Herald Echo Prison Inspection Panel Board Committee Commission Authority Federation"
    " Homes Town City County Shire Valley Vale Cross Common Market Cemetery Arms Inn Hotel"
    " Cottage Care Nursery Primary Juniors Infants Fields Field Meadow Meadows Rise Walk Yard"
    " Wharf Tower Towers Plan Christmas Easter Sunday Monday Tuesday Wednesday Thursday Friday"
    " Saturday January February March May June July September October November December One"
    " Two Three Four Five Six South North East West"
)
_CALLED = frozenset(_CALLED_WORDS.split())
_GOES_ON = re.compile(r"(?:[’']s)? (?P<next>[A-Z][a-z]+)\b")
_THE = re.compile(r"\b(?:[Tt]he|[Aa]t|St\.?|Saint|HMP|Operation|Op|Project|RMS|HMS) $")
_OWNER = re.compile(r"^\W*(?:Owner|Lead|Responsible|Action(?:ee)?)\b[^.:]{0,20}: ?$")


def without_post(found: Sequence[Sighting]) -> list[Sighting]:
    """Without "Ombudsman Ada Thorne" where "Ada Thorne" is somebody: no name begins so."""
    names = {one.name for one in found if one.rule == "people.given"}
    return [
        one
        for one in found
        if one.name.partition(" ")[0] in _GIVEN or one.name.partition(" ")[2] not in names
    ]


def given(text: str, passage: Passage, presence: str) -> Iterator[Sighting]:
    """Everybody whom a sentence names in full by a given name that people bear."""
    start, end = passage.start, passage.end
    for match in _NAMED.finditer(text, start, end):
        if match["given"] not in _GIVEN or match["surname"] in _CALLED | POSTS | _GIVEN_ONLY:
            continue
        on = _GOES_ON.match(text, match.end("name"), end)
        before = text[max(start, match.start() - 30) : match.start()]
        if (on is not None and on["next"] in _CALLED) or _THE.search(before):
            continue
        if _OWNER.match(text[start : match.start()]) or not is_name(match["name"]):
            continue
        begin = match.start("name")
        yield Sighting(
            match["name"], begin, match.end("name"), None, None, presence, "people.given"
        )


# "Ian Mark", "Rose Ann": two given names are no surname only where the second is never one.
_GIVEN_ONLY = frozenset(("Ann", "Anne", "Marie", "Louise", "Jane"))
