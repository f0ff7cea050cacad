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
    "Aaron Abbie Abdul Abdullah Abel Abigail Abraham Abu Ada Adaeze Adam Ade Adeel Adela"
    " Adelaide Adele Adeline Aderonke Aditi Adrian Adwoa Aelred Afia Agatha Agnes Agnieszka"
    " Ahmed Aidan Aileen Ailsa Aine Aisha Aisling Ajay Ajit Akash Akua Alan Alana Alaric"
    " Alasdair Alban Albert Aldous Alec Aled Alejandro Alex Alexander Alexandra Alexandrina"
    " Alexis Alfie Alfred Algernon Ali Alice Alicia Alison Alistair Alister Allan Allen Alma"
    " Alun Alwyn Alys Amabel Amanda Amber Ambrose Amelia Amina Amir Amit Amos Amy Ana Anahita"
    " Anand Anastasia Anders Andre Andrea Andrew Andrzej Andy Aneira Aneurin Angela Angelica"
    " Angelina Angelo Angharad Angie Angus Anika Anil Anita Anjali Ann Anna Annabel Annabelle"
    " Anne Annette Annie Annika Annis Anselm Anthea Anthony Anton Antonia Antonio Anwar Aoife"
    " April Arabella Archibald Archie Ariadne Ariana Arjun Arlo Armando Arnav Arnold Arthur"
    " Arun Arvind Arwel Asha Ashley Ashok Ashraf Asif Astrid Aubrey Audrey August Augusta"
    " Augustin Augustine Augustus Aurelia Austin Ava Avril Ayesha Ayo Aziz Azra Babajide"
    " Balbir Baldwin Balthazar Barbara Barnaby Barney Barry Bartholomea Bartholomew Bashir"
    " Basil Bea Beatrice Beatrix Becky Bede Belinda Bella Ben Benedict Benita Benjamin Benny"
    " Benoit Bernadette Bernard Bernardo Bertha Bertie Bertram Beryl Bess Bessie Beth Bethan"
    " Bethany Betty Bev Beverley Bharat Bianca Bilal Bill Billy Blake Blanche Blessing Blodwen"
    " Bob Bobby Boniface Bonnie Boris Bradley Brandon Branwen Brenda Brendan Brian Bridget"
    " Bridie Briony Bronagh Bronte Bronwen Brooke Bruce Bruno Bryan Bryn Bryony Bunty Caitlin"
    " Caleb Callum Calum Calvin Cameron Camilla Camille Candice Caoimhe Cara Caradoc Carina"
    " Carl Carla Carlo Carlos Carlotta Carly Carmen Carol Caroline Carolyn Caron Carwyn Carys"
    " Casey Caspar Cassandra Cath Catherine Cathy Catriona Cecil Cecilia Cedric Ceinwen"
    " Celeste Celestine Celia Ceri Cerys Chad Chandra Chantal Charis Charles Charlie Charlotte"
    " Charmaine Chaya Cherry Cheryl Chetan Chiara Chidi Chinedu Chioma Chloe Chris Christabel"
    " Christian Christina Christine Christopher Christos Cian Ciara Ciaran Cicely Cillian"
    " Claire Clara Clare Clarence Clarissa Claud Claude Claudia Cledwyn Clem Clement"
    " Clementine Cliff Clifford Clive Clodagh Colette Colin Colm Connor Conor Conrad Constance"
    " Cora Cordelia Corinne Cormac Cornelia Cornelius Cosmo Courtney Craig Cressida Crispin"
    " Curtis Cuthbert Cynog Cynthia Cyril Dafydd Dagmar Dai Daisy Dale Damaris Damian Damien"
    " Dan Dana Daniel Danielle Danny Dante Daphne Darcy Daria Dario Darius Darren Daryl Dave"
    " David Davina Davinder Dawn Dean Debbie Deborah Declan Dee Deepa Deirdre Delia Della"
    " Delphine Delroy Demelza Demetrius Denis Denise Deniz Dennis Dennys Denzil Derek Dermot"
    " Derrick Desmond Devi Dewi Dexter Diana Diane Dick Diego Digby Dilip Dilys Dimitri Dinah"
    " Dipak Dmitri Dolores Dominic Dominique Don Donald Donna Donovan Dora Doreen Dorian Doris"
    " Dorothea Dorothy Dot Dougal Douglas Drew Drusilla Duane Dudley Dulcie Duncan Dunstan"
    " Dwayne Dylan Dympna Eamon Ebenezer Ebony Ebrahim Ed Edda Eddie Edgar Edison Edith Edmond"
    " Edmund Edna Eduardo Edward Edwin Edwina Effie Efua Egbert Eileen Eilidh Eira Eirlys"
    " Eirwen Ekaterina Elaine Eleanor Elena Eleonora Eleri Elfed Elgan Elgar Eli Elias Elijah"
    " Elin Elinor Eliot Elisabeth Eliza Elizabeth Ella Ellen Ellie Elliot Elliott Ellis Elodie"
    " Eloise Elsa Elsie Elspeth Elvira Elvis Elwyn Emeka Emeline Emil Emilia Emily Emir Emlyn"
    " Emma Emmanuel Emmeline Emrys Enid Enoch Enrico Enya Eoin Ephraim Erasmus Eric Erica Erik"
    " Erika Erin Ernest Ernestine Errol Esme Esmond Esther Esyllt Ethan Ethel Etta Euan Eugene"
    " Eugenia Eunice Eustace Eva Evadne Evan Evangeline Eve Evelyn Everard Ewan Ewen Ezekiel"
    " Ezra Fabian Fadi Faisal Faith Faiza Fanny Farah Farhan Farida Fatima Fatou Fay Felicity"
    " Felix Fenella Fenton Ferdinand Fergus Fern Fernando Ffion Fidel Fidelma Finlay Finn"
    " Fintan Fiona Fleur Flo Flora Florence Florian Flossie Folasade Frances Francesca"
    " Francine Francis Francisco Frank Franklin Franz Fraser Fred Freda Freddie Freddy"
    " Frederick Freya Frieda Fumi Fyodor Gabriel Gabriela Gabriella Gail Gaius Gareth Garfield"
    " Garry Gary Gaspard Gaurav Gavin Gaynor Gemma Genevieve Geoff Geoffrey George Georgia"
    " Georgina Geraint Gerald Geraldine Gerard Gerda Gerry Gertrude Gervase Gethin Ghislaine"
    " Gideon Gil Gilbert Giles Gill Gillian Gina Ginny Giorgio Giovanna Giovanni Gita Giulia"
    " Giuseppe Gladys Glen Glenda Glenn Glenys Gloria Glyn Godfrey Goran Gordon Grace Graham"
    " Grahame Grainne Grant Greer Greg Gregor Gregory Greta Griff Griselda Gudrun Guido"
    " Guinevere Gunnar Gurdeep Gurpreet Gus Gustav Guy Gwen Gwenda Gwendolen Gwendoline"
    " Gwenllian Gwilym Gwyn Gwyneth Gwynne Habib Hafsa Haidar Hakim Hal Halima Hamish Hamza"
    " Hana Hank Hannah Hans Hardeep Hari Harish Harjit Harlan Harold Haroon Haroun Harpreet"
    " Harriet Harriett Harrison Harry Harsha Harvey Hassan Hattie Haydn Hayley Hazel"
    " Heathcliff Heather Hector Hedley Hedwig Heidi Heinrich Helen Helena Helene Helga Heloise"
    " Hema Henri Henrietta Henrik Henry Herbert Hermione Hester Hetty Hilary Hilda Hilde Hina"
    " Hiroshi Hollie Holly Honor Horace Hortense Hosea Howard Hubert Huda Hugh Hugo Humaira"
    " Humphrey Humphry Huw Hywel Ian Ianto Ibrahim Ibrahima Ida Idris Idwal Iestyn Ieuan"
    " Ifeoma Ifor Ignatius Igor Ikram Ilana Ilona Iman Imani Imelda Immanuel Imogen Imran"
    " Inderjit Indira Ines Inez Inga Ingrid Ioan Ioana Iolo Iona Iqbal Ira Irene Irfan Iris"
    " Isaac Isabel Isabella Isabelle Isadora Isambard Ishmael Isidore Isla Ismail Isobel"
    " Isolde Issac Ita Ivan Ivana Ivo Ivonne Ivor Ivy Iwan Jabari Jabez Jacinta Jack Jackie"
    " Jacob Jacqueline Jacques Jade Jagdeep Jagdish Jago Jaime Jake Jamal James Jamie Jan Jane"
    " Janet Janice Janine Jaqueline Jared Jarvis Jasmin Jasmine Jason Jasper Jaspreet Javed"
    " Jay Jaya Jayne Jaz Jean Jeanette Jed Jeff Jeffrey Jem Jemima Jenna Jennie Jennifer Jenny"
    " Jeremiah Jeremy Jerome Jerry Jerzy Jess Jesse Jessica Jethro Jill Jim Jimmy Jo Joachim"
    " Joan Joanna Joanne Joaquin Jocelyn Jodi Jodie Jody Joe Joel Joelle Joely Joey Johan"
    " Johanna Johannes John Johnny Jolyon Jon Jonah Jonas Jonathan Jools Jordan Jorge Jorgen"
    " Jose Josef Joseph Josephine Josh Joshua Josie Joss Jotham Joy Joyce Juan Juanita Judah"
    " Judd Jude Judith Judy Jules Julia Julian Juliana Julie Juliet Juliette Julius June Juno"
    " Justin Justina Justine Kaitlin Kamal Kamala Kamran Kane Kara Karan Karen Karim Karin"
    " Karina Karl Karla Karolina Kashif Kasia Kasper Katarina Kate Kath Katharine Katherina"
    " Katherine Kathleen Kathrin Kathryn Kathy Katie Katrina Katya Kavita Kay Kayleigh Kaz"
    " Keeley Keir Keira Keith Kelly Kelvin Ken Kendra Kendrick Kenneth Kenny Kerensa Kerenza"
    " Kerry Kester Keturah Kevin Keziah Khadija Khalid Kieran Kim Kimberley Kiran Kirsten"
    " Kirsty Kit Kitty Klaus Kofi Konrad Kris Krishna Kristen Kristian Kristina Kristof"
    " Krystyna Kurt Kushal Kwame Kyle Lachlan Laila Lakshmi Lalita Lambert Lana Lance Lancelot"
    " Lara Larry Latifa Latisha Laura Lauren Laurence Lauri Laurie Lavinia Lawrence Layla"
    " Lazarus Leah Leander Leanne Lech Lee Leena Leigh Leila Lemuel Lena Leo Leon Leona"
    " Leonard Leonardo Leonie Leonora Leopold Leroy Lesley Leslie Lester Leticia Lettice Levi"
    " Lewis Lia Liam Liana Libby Liesl Lila Lilian Lilith Lillian Lillie Lily Linda Lindsay"
    " Lindsey Linford Linnea Linus Lionel Lisa Lissa Livia Liz Lizbeth Lizzie Llewellyn"
    " Llewelyn Llinos Lloyd Logan Lois Lola Lorcan Lorenzo Loretta Loris Lorna Lorraine Lottie"
    " Lou Louis Louisa Louise Lowri Lubna Luca Lucas Lucia Lucian Lucille Lucinda Lucius"
    " Lucretia Lucy Ludmila Ludovic Ludwig Luigi Luis Lukas Luke Lulu Luna Luther Lydia Lyn"
    " Lynda Lynette Lynn Lynne Lysander Mabel Mabli Maciej Maddie Madeleine Madge Madhu"
    " Madison Mae Maeve Mafalda Magda Magdalena Maggie Magnus Mags Mahesh Mahmood Mahmoud Maia"
    " Mair Mairi Maisie Malachy Malak Malcolm Malcom Malik Malin Mallory Malvina Mandy Manfred"
    " Manjit Manoj Manuel Manuela Mara Marc Marcel Marcella Marcia Marco Marcus Marek Margaret"
    " Margarita Margaux Marged Margery Margot Marguerite Mari Maria Mariam Marian Mariana"
    " Marianne Marie Marilyn Marina Mario Marion Marisa Marius Marjorie Marjory Mark Marko"
    " Marla Marlene Marlon Marsha Marta Martha Marthe Martin Martina Marty Martyn Martyna"
    " Marvin Marwa Mary Maryam Masood Massimo Mateusz Mathew Mathias Mathilda Matilda Matt"
    " Mattea Matthew Matthias Maud Maude Maura Maureen Maurice Mauricio Mavis Max Maximilian"
    " Maximus Maxine Maxwell Maya Mayur Meena Meera Meg Megan Meghan Mehmet Mei Meinir Mel"
    " Melania Melanie Melissa Melody Melvin Melvyn Mercy Meredith Merle Merrick Merryn Mervin"
    " Mervyn Meryl Mia Micah Michael Michaela Michal Michelle Mick Miguel Mikael Mike Mikhail"
    " Mila Mildred Miles Millicent Millie Milly Milo Mimi Mina Minal Minerva Minna Minnie"
    " Mirabel Miranda Mireille Mirella Miriam Miriama Misha Mohamed Mohammad Mohammed Mohan"
    " Mohini Moira Mollie Molly Mona Monica Monique Montague Monty Morag Mordecai Morgan"
    " Morgana Morris Morten Mortimer Morvah Morwenna Moses Muhammad Muhammed Muna Mungo Murdo"
    " Muriel Murray Murtaza Mustafa Myfanwy Myles Myra Myron Myrtle Nabil Nabila Nadeem Nadia"
    " Nadim Nadine Naeem Nahid Naila Najma Nancy Nandini Nanette Naoise Naomi Narges Narinder"
    " Naseem Nasir Nasreen Nat Natalia Natalie Natan Natasha Nathalie Nathan Nathaniel Naveed"
    " Navin Nazia Neal Ned Neelam Neema Neha Nehemiah Neil Nell Nelson Nerina Nerissa Nerys"
    " Nessa Nesta Netta Nettie Nevil Neville Ngozi Nia Niall Niamh Nicholas Nicholle Nick"
    " Nicky Nico Nicola Nicolai Nicolas Nicole Nicolette Nigel Nikhil Nikita Nikki Nikolai"
    " Nils Nina Nisha Nita Nitin Noah Noel Noelle Nola Noor Nora Norah Norbert Noreen Norma"
    " Norman Nuala Nusrat Oana Obadiah Obi Octavia Octavius Odette Odile Odin Oisin Olaf Olena"
    " Olga Olive Oliver Olivia Olivier Ollie Olu Olwen Olwyn Olympia Omar Omari Oona Opal"
    " Ophelia Oren Oriel Orla Orlando Orsolya Orson Orville Osama Osbert Oscar Osian Osman"
    " Osric Oswald Oswin Otilia Otis Ottilie Otto Ottoline Owen Pablo Padraig Paige Paloma Pam"
    " Pamela Pansy Paolo Parminder Parveen Parvez Pascal Pat Patience Patrice Patricia Patrick"
    " Patrik Patryk Patsy Patti Paul Paula Paulette Paulina Pauline Paulo Pavel Pawel Peadar"
    " Pearl Pedro Peggy Pelham Penelope Penny Percy Perdita Perpetua Perry Persis Pete Peter"
    " Petra Petronella Petros Phil Philip Philippa Philippe Phillip Philomena Phineas Phoebe"
    " Phyllida Phyllis Pia Pierre Piers Piotr Pippa Piran Polly Pooja Poppy Portia Pradeep"
    " Prakash Pranav Prasad Pratik Preeti Primrose Prisca Priscilla Priya Priyanka Pru"
    " Prudence Prue Prunella Qasim Quentin Quincy Quinn Rab Rabia Rachael Rachel Rachelle"
    " Radha Rafael Rafiq Raheem Rahim Rahul Raj Rajesh Rajinder Rajiv Rakesh Ralph Ramesh"
    " Ramona Ramsay Randal Randolph Rani Ranjit Ranulf Raphael Raquel Rashid Rashida Rashmi"
    " Raul Ravi Ravinder Ray Raymond Raza Razia Rebecca Reece Reena Reg Reggie Regina Reginald"
    " Rehana Reina Remi Remy Rena Renata Rene Renee Reshma Reuben Rex Reynold Reza Rhea Rhiain"
    " Rhian Rhianna Rhiannon Rhoda Rhodri Rhona Rhys Ria Ricardo Richard Richie Rick Ricky"
    " Rida Riley Rita Ritchie Ritu Rizwan Roan Rob Robbie Robert Roberta Roberto Robin Robyn"
    " Rocco Rochelle Rod Roddy Roderic Roderick Rodney Rodrigo Roger Rohan Roisin Roland Rolf"
    " Roman Romana Romeo Romilly Romy Ron Rona Ronald Ronan Ronit Ronnie Rory Ros Rosa Rosalba"
    " Rosaleen Rosalie Rosalind Rosamond Rosamund Rosanna Rose Roseanne Rosemary Roshan Roshni"
    " Rosie Rosina Roslin Roslyn Ross Roswitha Rowan Rowena Rowland Roxana Roxanne Roy Royston"
    " Ruairi Rubina Ruby Rudi Rudolf Rudyard Rufus Rukhsana Rupert Rupinder Russell Ruta"
    " Rutger Ruth Ryan Saba Sabina Sabine Sabir Sabita Sabrina Sacha Sachin Sadia Sadie Sadiq"
    " Saeed Saffron Safia Sahar Sahil Saima Saira Sajid Salim Sally Salma Salman Salvatore Sam"
    " Samantha Samina Samir Samira Sammy Sampson Samson Samuel Sana Sandeep Sandhya Sandi"
    " Sandra Sandy Sanjay Sanjeev Santosh Saoirse Sapna Saqib Sara Sarah Sarita Sasha Saskia"
    " Satnam Saul Savita Scarlett Scott Seamus Sean Seb Sebastian Seema Selene Selina Selma"
    " Selwyn Septimus Seren Serena Serge Sergei Sergio Seth Severin Shabana Shabnam Shafiq"
    " Shaheen Shahid Shaista Shakil Shakira Shanaz Shane Shania Shankar Shannon Shanta Shanti"
    " Shari Sharmila Sharon Sharron Shashi Shaun Shauna Shayne Shazad Shazia Sheena Sheila"
    " Shelagh Sheldon Shelley Shelly Sheree Sheridan Shirin Shirley Shiv Shobha Shona Shula"
    " Shyam Sian Sibyl Siddharth Siddiq Sidney Sidonie Siegfried Sigmund Sigrid Silas Silvanus"
    " Silvester Silvia Simeon Simon Simone Simran Sinead Siobhan Sion Sioned Sita Skye Sofia"
    " Sofiya Sohail Solomon Sonal Sonia Sonja Sonny Sophia Sophie Soraya Sorcha Soren Spencer"
    " Stacey Stacy Stan Stanislaw Stanley Stavros Stefan Steffan Stelios Stella Stephanie"
    " Stephen Steve Steven Stevie Stewart Stuart Sue Sukhdeep Sukhvinder Suki Sukie Sulaiman"
    " Suleiman Sumaira Suman Sumitra Sunil Sunita Sunniva Suresh Surinder Surjit Susan Susanna"
    " Susannah Sushila Susie Suzan Suzanna Suzanne Suzette Sven Svetlana Swati Sybil Sydney"
    " Syeda Sylvester Sylvia Sylvie Tabitha Tadeusz Tahir Taj Talia Taliesin Talitha Tallulah"
    " Tam Tamar Tamara Tamsin Tamsyn Tania Tanith Tansy Tanveer Tanya Tara Tarik Tariq Tarquin"
    " Tarun Tasha Tasneem Tatiana Taylor Ted Teddy Tegan Tejal Teodor Terence Teresa Terrance"
    " Terrence Terri Terry Tess Tessa Thaddea Thaddeus Thalia Thandi Thea Thelma Theo Theobald"
    " Theodora Theodore Theodoric Theophilus Theresa Thomas Thomasina Thora Thorsten Tia Tiago"
    " Tiffany Tilda Tilly Tim Timea Timon Timothy Tina Tirion Tiziana Tobias Toby Tod Todd Tom"
    " Tomas Tomasz Tommaso Tommy Toni Tony Torquil Torsten Tracey Tracy Travis Tressa Trevor"
    " Tricia Trina Trish Trisha Tristan Trixie Troy Truda Trudy Tunde Tyler Tyrell Tyrone Ugo"
    " Ulrich Ulrika Umair Umar Umberto Una Uri Uriah Ursula Urszula Usha Usman Ute Uzma"
    " Valentin Valentina Valentine Valeria Valerie Valter Vanessa Varun Vaughan Veena Velma"
    " Venetia Vera Verena Verity Verna Vernice Vernon Veronica Veronika Vesna Vic Vicky Victor"
    " Victoria Vidya Vijay Vikki Vikram Viktor Vilma Vimal Vinay Vince Vincent Vineeta Vinnie"
    " Vinod Viola Violet Violetta Viraj Virginia Vishal Vitor Vivian Vivien Vivienne Vladimir"
    " Vron Vyvyan Wahid Wallace Wally Walter Wanda Waqar Warren Waseem Wasim Wayne Wendy"
    " Wesley Wilbur Wilf Wilfred Wilfrid Wilhelm Wilhelmina Will Willa Willem William"
    " Willoughby Wilma Winifred Winnie Winona Winston Wojciech Wyn Wynford Wynne Xander Xanthe"
    " Xavier Xena Ximena Yael Yahya Yann Yannick Yara Yash Yasmin Yelena Yestin Ynyr Yoko"
    " Yolanda Yolande Yorath Yosef Yousef Youssef Yuki Yuri Yusuf Yves Yvette Yvonne Zac Zach"
    " Zachary Zadie Zafar Zaheer Zahid Zahida Zahra Zaid Zaida Zainab Zaira Zak Zakaria Zandra"
    " Zane Zaneta Zara Zarina Zeb Zeenat Zelda Zelma Zena Zeynep Zillah Zina Zinaida Zita Ziva"
    " Zoe Zofia Zohra Zoltan Zora Zubair Zuleika Zulfiqar Zuzanna Shirl Femi Shaz Gaz Trev Kev"
    " Nige Stu Bal Tel"
    " Abdi Adebayo Agata Akin Ama Aneta Anya Ayaan Bartosz Bola Chika Chinwe Dele Dev Ebele"
    " Fatuma Folake Funmi Haf Hodan Hui Hussein Ifan Iqra Jana Jaswinder Jaxon Kai Kareem"
    " Kelechi Kemi Latoya Les Lukasz Milena Mirela Mohsin Ngaire Nneka Oksana Owain Petr Priti"
    " Sajida Sanjit Sanna Segun Shreya Taras Tayo Tegwen Temi Temitope Tola Tomos Toyin Uche Uma"
    " Vasile Wale Waqas Wei Xiao Yaa Yemi Zbigniew Zoya Zuzana"
    " Abena Akosua Alina Althea Anca Andrei Arash Beata Behrouz Benedikt Betsan Bettina Bogdan"
    " Corina Cristian Daniela Dariush Delyth Dorota Dragos Efa Eifion Eilis Eluned Emyr Eoghan"
    " Ewa Farzana Ffraid Fionnuala Florin Grania Gruffydd Grzegorz Gurmeet Guto Gwawr Gwion"
    " Halina Hedd Hefin Heledd Ileana Innes Ionut Ishbel Iuliana Iwona Jolanta Judit Justyna"
    " Katarzyna Kinga Kojo Kulwinder Kwabena Linh Lleucu Llyr Loredana Lorne Loveday Macsen"
    " Malgorzata Manpreet Mared Mehdi Menna Mererid Meriel Mhairi Mihaela Mihai Minh Monika"
    " Navid Nawaz Nkechi Nomsa Obinna Olumide Oluwaseun Onyeka Oonagh Osagie Oyinkan Parisa"
    " Prys Radu Raluca Rebekah Rehan Rheinallt Rhun Ruaridh Ruben Rudolph Sid Siencyn Simona"
    " Sipho Siwan Sorin Struan Sukhjit Sylwia Tadhg Tahira Tatenda Tendai Thabo Thanh Thuy"
    " Trystan Vlad Waleed Wioletta Yaw Zanele Zeeshan"
)
GIVEN = frozenset(_GIVEN_WORDS.split())
"""Given names that people in Britain and Ireland bear."""

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
# "Aneurin Vale UHB": a body of the health service that bears a name.
_OF_A_BODY = re.compile(
    r"(?: [A-Z][a-z]+)? (?:UHB|LHB|NHS|ICB|CCG|CIC|MAT|plc|[Tt]eaching|Health)\b"
)
# Auditors of public bodies who are called as a person is.
FIRMS = frozenset(("Grant Thornton", "Mott MacDonald", "Forvis Mazars"))
_THE = re.compile(r"\b(?:[Tt]he|[Aa]t|St\.?|Saint|HMP|Operation|Op|Project|RMS|HMS) $")
_OWNER = re.compile(r"^\W*(?:Owner|Lead|Responsible|Action(?:ee)?)\b[^.:]{0,20}: ?$")


def without_post(found: Sequence[Sighting]) -> list[Sighting]:
    """Without "Ombudsman Ada Thorne" where "Ada Thorne" is somebody: no name begins so."""
    names = {one.name for one in found if one.rule == "people.given"}
    return [
        one
        for one in found
        if one.name.partition(" ")[0] in GIVEN or one.name.partition(" ")[2] not in names
    ]


def given(text: str, passage: Passage, presence: str) -> Iterator[Sighting]:
    """Everybody whom a sentence names in full by a given name that people bear."""
    start, end = passage.start, passage.end
    last = start
    for match in _NAMED.finditer(text, start, end):
        if match.start() < last or match["given"] not in GIVEN:
            continue
        if match["surname"] in _CALLED | POSTS | _GIVEN_ONLY:
            continue
        on = _GOES_ON.match(text, match.end("name"), end)
        before = text[max(start, match.start() - 30) : match.start()]
        if (on is not None and on["next"] in _CALLED) or _THE.search(before):
            continue
        if _OF_A_BODY.match(text, match.end("name"), end) or match["name"] in FIRMS:
            continue
        if _OWNER.match(text[start : match.start()]) or not is_name(match["name"]):
            continue
        begin, last = match.span("name")
        if match["surname"] in GIVEN and (third := _THIRD.match(text, last, end)) is not None:
            last = third.end() if third["last"] not in _CALLED | POSTS else last
        yield Sighting(text[begin:last], begin, last, None, None, presence, "people.given")


# "Una Jane Orme": behind two given names the surname.
_THIRD = re.compile(rf" (?P<last>{SURNAME})(?![\w@/-]| [A-Z][a-z])")

# "Ian Mark", "Rose Ann": two given names are no surname only where the second is never one.
_GIVEN_ONLY = frozenset(("Ann", "Anne", "Marie", "Louise", "Jane", "St"))
