"""Demonyms: adjectives and names of peoples, by ISO 3166-1 code of their country where they have one.

In: nothing. Out: `DEMONYMS`, code → adjectives and names of people, singular and plural, separated by blanks
(`_` is a blank inside a form); `PEOPLES`, the same for peoples, faiths and regions without a code. Out of scope: cities.

Source: common English usage as in the CIA World Factbook's field "Nationality" (public domain);
facts, our own arrangement.
"""

from __future__ import annotations

DEMONYMS: dict[str, str] = {
    "AD": "Andorran Andorrans",
    "AE": "Emirati Emiratis",
    "AF": "Afghan Afghans",
    "AL": "Albanian Albanians",
    "AM": "Armenian Armenians",
    "AO": "Angolan Angolans",
    "AR": "Argentine Argentines Argentinian Argentinians",
    "AT": "Austrian Austrians",
    "AU": "Australian Australians",
    "AZ": "Azerbaijani Azerbaijanis",
    "BA": "Bosnian Bosnians",
    "BB": "Barbadian Barbadians",
    "BD": "Bangladeshi Bangladeshis",
    "BE": "Belgian Belgians",
    "BF": "Burkinabe",
    "BG": "Bulgarian Bulgarians",
    "BH": "Bahraini Bahrainis",
    "BI": "Burundian Burundians",
    "BJ": "Beninese",
    "BN": "Bruneian Bruneians",
    "BO": "Bolivian Bolivians",
    "BR": "Brazilian Brazilians",
    "BT": "Bhutanese",
    "BW": "Botswanan Batswana",
    "BY": "Belarusian Belarusians",
    "BZ": "Belizean Belizeans",
    "CA": "Canadian Canadians",
    "CD": "Congolese",
    "CH": "Swiss",
    "CI": "Ivorian Ivorians",
    "CL": "Chilean Chileans",
    "CM": "Cameroonian Cameroonians",
    "CN": "Chinese",
    "CO": "Colombian Colombians",
    "CR": "Costa_Rican Costa_Ricans",
    "CU": "Cuban Cubans",
    "CY": "Cypriot Cypriots",
    "CZ": "Czech Czechs",
    "DE": "German Germans",
    "DJ": "Djiboutian Djiboutians",
    "DK": "Danish Dane Danes",
    "DO": "Dominican Dominicans",
    "DZ": "Algerian Algerians",
    "EC": "Ecuadorian Ecuadorians Ecuadorean Ecuadoreans",
    "EE": "Estonian Estonians",
    "EG": "Egyptian Egyptians",
    "ER": "Eritrean Eritreans",
    "ES": "Spanish Spaniard Spaniards",
    "ET": "Ethiopian Ethiopians",
    "FI": "Finnish Finn Finns",
    "FJ": "Fijian Fijians",
    "FR": "French Frenchman Frenchmen Frenchwoman",
    "GA": "Gabonese",
    "GB": "British Briton Britons Brit Brits Britisher",
    "GE": "Georgian Georgians",
    "GH": "Ghanaian Ghanaians",
    "GM": "Gambian Gambians",
    "GN": "Guinean Guineans",
    "GR": "Greek Greeks",
    "GT": "Guatemalan Guatemalans",
    "GY": "Guyanese",
    "HN": "Honduran Hondurans",
    "HR": "Croatian Croatians Croat Croats",
    "HT": "Haitian Haitians",
    "HU": "Hungarian Hungarians",
    "ID": "Indonesian Indonesians",
    "IE": "Irish Irishman Irishmen",
    "IL": "Israeli Israelis",
    "IN": "Indian Indians",
    "IQ": "Iraqi Iraqis",
    "IR": "Iranian Iranians",
    "IS": "Icelandic Icelander Icelanders",
    "IT": "Italian Italians",
    "JM": "Jamaican Jamaicans",
    "JO": "Jordanian Jordanians",
    "JP": "Japanese",
    "KE": "Kenyan Kenyans",
    "KG": "Kyrgyz",
    "KH": "Cambodian Cambodians",
    "KP": "North_Korean North_Koreans",
    "KR": "South_Korean South_Koreans",
    "KW": "Kuwaiti Kuwaitis",
    "KZ": "Kazakh Kazakhs Kazakhstani",
    "LA": "Laotian Laotians",
    "LB": "Lebanese",
    "LK": "Sri_Lankan Sri_Lankans",
    "LR": "Liberian Liberians",
    "LT": "Lithuanian Lithuanians",
    "LU": "Luxembourger Luxembourgers",
    "LV": "Latvian Latvians",
    "LY": "Libyan Libyans",
    "MA": "Moroccan Moroccans",
    "MD": "Moldovan Moldovans",
    "ME": "Montenegrin Montenegrins",
    "MG": "Malagasy Madagascan",
    "MK": "North_Macedonian Macedonian Macedonians",
    "ML": "Malian Malians",
    "MM": "Burmese",
    "MN": "Mongolian Mongolians",
    "MR": "Mauritanian Mauritanians",
    "MT": "Maltese",
    "MU": "Mauritian Mauritians",
    "MV": "Maldivian Maldivians",
    "MW": "Malawian Malawians",
    "MX": "Mexican Mexicans",
    "MY": "Malaysian Malaysians",
    "MZ": "Mozambican Mozambicans",
    "NA": "Namibian Namibians",
    "NE": "Nigerien Nigeriens",
    "NG": "Nigerian Nigerians",
    "NI": "Nicaraguan Nicaraguans",
    "NL": "Dutch Dutchman Dutchmen",
    "NO": "Norwegian Norwegians",
    "NP": "Nepali Nepalis Nepalese",
    "NZ": "New_Zealander New_Zealanders",
    "OM": "Omani Omanis",
    "PA": "Panamanian Panamanians",
    "PE": "Peruvian Peruvians",
    "PH": "Filipino Filipinos Philippine",
    "PK": "Pakistani Pakistanis",
    "PL": "Polish Pole Poles",
    "PS": "Palestinian Palestinians",
    "PT": "Portuguese",
    "PY": "Paraguayan Paraguayans",
    "QA": "Qatari Qataris",
    "RO": "Romanian Romanians",
    "RS": "Serbian Serbians Serb Serbs",
    "RU": "Russian Russians",
    "RW": "Rwandan Rwandans",
    "SA": "Saudi Saudis Saudi_Arabian Saudi_Arabians",
    "SD": "Sudanese",
    "SE": "Swedish Swede Swedes",
    "SG": "Singaporean Singaporeans",
    "SI": "Slovenian Slovenians Slovene Slovenes",
    "SK": "Slovak Slovaks Slovakian",
    "SL": "Sierra_Leonean Sierra_Leoneans",
    "SN": "Senegalese",
    "SO": "Somali Somalis",
    "SS": "South_Sudanese",
    "SV": "Salvadoran Salvadorans",
    "SY": "Syrian Syrians",
    "TD": "Chadian Chadians",
    "TG": "Togolese",
    "TH": "Thai Thais",
    "TJ": "Tajik Tajiks",
    "TL": "Timorese",
    "TM": "Turkmen",
    "TN": "Tunisian Tunisians",
    "TR": "Turkish Turk Turks",
    "TT": "Trinidadian Trinidadians",
    "TW": "Taiwanese",
    "TZ": "Tanzanian Tanzanians",
    "UA": "Ukrainian Ukrainians",
    "UG": "Ugandan Ugandans",
    "US": "American Americans",
    "UY": "Uruguayan Uruguayans",
    "UZ": "Uzbek Uzbeks",
    "VE": "Venezuelan Venezuelans",
    "VN": "Vietnamese",
    "XK": "Kosovan Kosovans Kosovar Kosovars",
    "YE": "Yemeni Yemenis",
    "ZA": "South_African South_Africans",
    "ZM": "Zambian Zambians",
    "ZW": "Zimbabwean Zimbabweans",
}

PEOPLES = (
    "Kurdish Kurd Kurds|Arab Arabs|Sunni Sunnis|Shia Shias Shi'ite Shi'ites Shi’ite Shi’ites Shiite Shiites"
    "|Yazidi Yazidis Yezidi Yezidis|Alawite Alawites|Druze|Muslim Muslims|Islamic|Islamist Islamists"
    "|Christian Christians|Catholic Catholics|Protestant Protestants|Orthodox|Jewish Jew Jews|Hindu Hindus"
    "|Sikh Sikhs|Buddhist Buddhists|Pashtun Pashtuns|Hazara Hazaras|Uyghur Uyghurs Uighur Uighurs"
    "|Rohingya|Tutsi Tutsis|Hutu Hutus|Tuareg|Chechen Chechens|Tatar Tatars|Roma|Basque Basques"
    "|Catalan Catalans|Scottish Scot Scots|Welsh|English|European Europeans|African Africans"
    "|Asian Asians|Western|Westerner Westerners|Latino Latinos|Hispanic Hispanics"
    "|Tibetan Tibetans|Soviet|Korean Koreans|Gazan Gazans"
    "|Alabamian Alabamians|Alaskan Alaskans|Arizonan Arizonans|Arkansan Arkansans|Californian Californians"
    "|Coloradan Coloradans|Delawarean Delawareans|Floridian Floridians|Idahoan Idahoans|Illinoisan Illinoisans"
    "|Iowan Iowans|Kansan Kansans|Kentuckian Kentuckians|Louisianan Louisianans|Marylander Marylanders"
    "|Michigander Michiganders|Minnesotan Minnesotans|Mississippian Mississippians|Missourian Missourians"
    "|Montanan Montanans|Nebraskan Nebraskans|Nevadan Nevadans|Ohioan Ohioans|Oklahoman Oklahomans|Oregonians"
    "|Pennsylvanian Pennsylvanians|Tennesseans|Texan Texans|Utahn Utahns|Vermonter Vermonters|Virginians"
    "|Washingtonians|Wisconsinite Wisconsinites|New_Yorkers|New_Mexican New_Mexicans"
    "|North_Carolinian North_Carolinians|North_Dakotan North_Dakotans|Rhode_Islander Rhode_Islanders"
    "|South_Carolinian South_Carolinians|South_Dakotan South_Dakotans|West_Virginian West_Virginians"
)
"""Peoples, faiths and regions that no ISO code covers; "|" separates them, and blanks the forms of one.

Those of the United States follow the GPO Style Manual (5.23), without singulars that are also newspapers' names.
"""

AMBIGUOUS_DEMONYMS = frozenset(
    {"Islamic", "Western", "Orthodox", "Roma", "Pole", "Poles", "Turkmen"}
)
"""Forms that are as often ordinary words or parts of other names."""
