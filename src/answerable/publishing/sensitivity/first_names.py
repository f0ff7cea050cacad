"""First names that are common in England and Wales, of many origins; one alone proves nothing."""

_NAMES = """
Aaron Abdul Abdullah Abigail Adam Adrian Agnes Ahmed Aidan Aisha Alan Albert Alec Alex
Alexander Alexandra Alfie Alfred Ali Alice Alicia Alison Alistair Amanda Amber Amelia Amina
Amir Amy Ana Andre Andrea Andrei Andrew Andy Angela Angus Anil Anita Ann Anna Anne Annette
Annie Anthony Antonio Archie Arjun Arthur Ashley Audrey Ava Ayaan Ayesha Barbara Barry Beatrice
Becky Ben Benjamin Bernard Beth Bethany Betty Beverley Bilal Bill Billy Bob Bobby Brenda Brian
Bridget Bruce Bryan Caitlin Callum Cameron Carl Carla Carly Carmen Carol Caroline Catherine
Cathy Cerys Charlene Charles Charlie Charlotte Chelsea Cheryl Chloe Chris Christian Christina
Christine Christopher Claire Clara Clare Clive Colin Connor Conor Corey Courtney Craig Crystal
Dale Damian Dan Daniel Danielle Danny Darius Darren Dave David Dawn Dean Debbie Deborah Declan
Denis Denise Dennis Derek Diana Diane Dilys Dmitri Dominic Donald Donna Dora Doreen Doris
Dorothy Doug Douglas Duncan Dylan Eddie Edith Edward Edwin Eileen Elaine Eleanor Elena Eli
Elijah Elizabeth Ella Ellen Ellie Elliot Elsie Emily Emma Eric Erin Esme Esther Ethan Ethel Eva
Eve Evelyn Evie Ewan Faith Farah Fatima Faye Felicity Finley Fiona Florence Frances Francis
Frank Fred Freddie Freya Gabriel Gareth Gary Gavin Gemma Geoff Geoffrey George Georgia Gerald
Gerard Gillian Gina Glen Glenn Gloria Gordon Grace Graham Grant Greg Gregory Gurpreet Gwen
Hamza Hannah Hardeep Harold Harriet Harry Harvey Hasan Hassan Hayley Hazel Heather Helen Henry
Hilary Holly Hope Howard Hugh Hussein Iain Ian Ibrahim Imogen Imran Ioan Ion Irene Iris Isaac
Isabel Isabella Isabelle Isla Ismail Ivan Ivor Ivy Jack Jackie Jacob Jacqueline Jade Jake Jamal
James Jamie Jan Jane Janet Janice Jasmine Jason Jasper Jay Jayden Jean Jeff Jeffrey Jemma Jenna
Jennifer Jenny Jeremy Jerome Jessica Jill Jim Jimmy Jo Joan Joanna Joanne Jodie Joe Joel John
Johnny Jon Jonathan Jordan Joseph Josephine Josh Joshua Joy Joyce Juan Judith Judy Julia Julian
Julie June Justin Kai Karen Karl Kasia Kate Katherine Kathleen Kathryn Katie Kay Kayla Kayleigh
Keeley Keith Kelly Kelvin Ken Kenneth Kerry Kevin Khalid Kieran Kim Kirsty Krish Krzysztof
Kuldip Kwame Kyle Lara Laura Lauren Layla Leah Lee Leila Len Lena Leo Leon Leonard Leroy Lesley
Leslie Lewis Lexi Liam Lily Linda Lindsay Lisa Logan Lorraine Louis Louise Luca Lucas Lucy Luis
Luke Lydia Lynn Lynne Mabel Maddie Maggie Mahmoud Maisie Malcolm Malik Marc Marcin Marcus
Margaret Maria Marian Marie Marion Marjorie Mark Marlon Martha Martin Martina Mary Mason
Matilda Matt Matthew Maureen Max Maya Megan Mehmet Melanie Melissa Mia Michael Michelle Mick
Mike Mila Millie Miriam Mohamed Mohammad Mohammed Moira Molly Monica Morgan Moses Muhammad
Muriel Mustafa Nadia Nancy Naomi Natalia Natalie Natasha Nathan Neil Nia Niall Nicholas Nicola
Nicole Nigel Nikita Nina Noah Noel Nora Norma Norman Olga Oliver Olivia Ollie Omar Oscar Osman
Owen Paige Pam Pamela Pat Patricia Patrick Paul Paula Pauline Pavel Peggy Penny Percy Peter
Petra Phil Philip Phillip Phoebe Phyllis Piotr Poppy Priya Rachael Rachel Rahul Raj Rajesh
Ralph Ranjit Rashid Ravi Ray Raymond Rebecca Reece Reg Rhys Ricardo Richard Rick Ricky Rita Rob
Robbie Robert Roberta Robin Rod Rodney Roger Roland Ron Ronald Ronnie Rosa Rose Rosie Ross Roy
Ruby Rupert Russell Ruth Ryan Sabrina Sadie Sajid Sally Sam Samantha Samir Samuel Sandra Sanjay
Sara Sarah Scarlett Scott Sean Sebastian Seth Shane Shannon Sharon Shaun Sheila Shirley Sian
Sid Sidney Simon Simone Sofia Sonia Sophia Sophie Spencer Stacey Stan Stanley Stefan Stella
Stephanie Stephen Steve Steven Stewart Stuart Sue Summer Sunil Susan Suzanne Sylvia Tamara
Tania Tanya Tara Tariq Tasha Ted Teresa Terry Thea Theo Theresa Thomas Tiffany Tim Timothy Tina
Toby Todd Tom Tomasz Tommy Tony Tracey Tracy Trevor Tristan Tyler Tyrone Una Usman Valerie
Vanessa Vera Veronica Vicky Victor Victoria Vijay Vincent Viola Violet Vivian Wayne Wendy Will
William Willow Winston Xavier Yasmin Yusuf Yvonne Zac Zach Zachary Zahra Zainab Zara Zoe
"""
FIRST_NAMES = frozenset(_NAMES.split())
