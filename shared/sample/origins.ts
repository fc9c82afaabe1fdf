/**
 * Names that are common in the countries people come from. Persons are put together from them by
 * chance, so nobody real is meant. Some names stand in several spellings, as offices write them.
 */
export type Origin = {
  /** ISO 3166-1. */
  readonly country: string;
  /** Of 100 households, about. */
  readonly share: number;
  /** What people speak there at home, each line one possibility: codes, the strongest first. */
  readonly languages: readonly (readonly string[])[];
  /** `father`: the second name is the father's first, so it differs within a household. */
  readonly secondName: "family" | "father";
  readonly families: readonly string[];
  readonly women: readonly string[];
  readonly men: readonly string[];
};

const names = (list: string): readonly string[] => list.split(" ");

export const ORIGINS: readonly Origin[] = [
  {
    country: "SY",
    share: 27,
    languages: [["ar"], ["ar", "en"], ["kmr", "ar"], ["ar", "tr"]],
    secondName: "family",
    families: names(
      "Haddad Khalil Darwish Nasser Hamdan Kassab Sabbagh Najjar Hallak Issa Mansour Shaheen Barakat Saleh Ibrahim Hassoun Khoury Zaidan Qasem Suleiman Alloush Rifai Tahhan Kurdi Jaber",
    ),
    women: names(
      "Rania Amira Fatima Hanan Lina Nour Reem Samira Yasmin Mariam Hala Dima Rasha Aya Sidra Salma Leen Jana",
    ),
    men: names(
      "Samir Omar Khaled Mohammad Mohamed Muhammad Ahmad Ahmed Yousef Bassel Fadi Tarek Hussein Ali Anas Mahmoud Adnan Karim Zain Laith",
    ),
  },
  {
    country: "UA",
    share: 26,
    languages: [["uk", "ru"], ["uk"], ["ru", "uk"], ["uk", "ru", "en"]],
    secondName: "family",
    families: names(
      "Kovalenko Shevchenko Bondarenko Tkachenko Kravchenko Melnyk Oliynyk Lysenko Marchenko Rudenko Savchenko Petrenko Moroz Kravchuk Polishchuk Bondarchuk Tkachuk Hrytsenko Pavlenko Levchenko Zinchenko Yurchenko Panasyuk Romaniuk Fedorenko",
    ),
    women: names(
      "Olena Oksana Natalia Iryna Tetiana Svitlana Yulia Kateryna Anna Halyna Liudmyla Sofiia Polina Daryna Alina Viktoriia Zlata",
    ),
    men: names(
      "Andrii Oleksandr Dmytro Serhii Mykola Ihor Volodymyr Yurii Maksym Artem Bohdan Denys Ivan Tymofii Nazar Danylo Mark",
    ),
  },
  {
    country: "AF",
    share: 13,
    languages: [["prs"], ["prs", "ps"], ["ps"], ["prs", "en"]],
    secondName: "family",
    families: names(
      "Rahimi Ahmadi Karimi Noori Hosseini Mohammadi Sharifi Azizi Haidari Rezai Popal Wardak Stanikzai Safi Nazari Jafari Yousufi Sadat Amiri Qaderi",
    ),
    women: names(
      "Zahra Fatema Maryam Laila Shabnam Farida Nasrin Parwana Somaya Freshta Zohra Marwa Hadia Setara Bahar",
    ),
    men: names(
      "Ahmad Farid Hamid Mohammad Reza Najib Omid Rahim Sayed Wahid Zabihullah Mustafa Ali Jawad Elyas Idris",
    ),
  },
  {
    country: "IQ",
    share: 7,
    languages: [["ar"], ["ckb"], ["ckb", "ar"]],
    secondName: "family",
    families: names(
      "Jabbar Hamid Aziz Rasheed Khudhur Mahmood Salim Murad Barwari Hussein Saeed Kareem Elias Khalaf Haji",
    ),
    women: names("Shireen Zainab Nadia Hiba Rana Gulistan Baran Nesrin Suha Dalia Vian Noor Sarah"),
    men: names(
      "Haidar Mustafa Saad Dilshad Azad Karwan Hassan Hussain Ammar Layth Rebin Murad Ayad",
    ),
  },
  {
    country: "TR",
    share: 7,
    languages: [["tr"], ["kmr", "tr"], ["tr", "en"]],
    secondName: "family",
    families: names(
      "Özdemir Yıldız Çelik Aydın Şahin Kılıç Arslan Doğan Koç Polat Güneş Erdoğan Bozkurt Taş Yalçın Aksoy",
    ),
    women: names("Ayşe Elif Zeynep Gülsüm Berfin Rojda Hatice Esra Büşra Sevgi Nazlı Defne Asya"),
    men: names("Mehmet Mustafa Emre Yusuf Baran Serhat İbrahim Murat Kemal Ömer Cem Deniz Umut"),
  },
  {
    country: "ER",
    share: 5,
    languages: [["ti"], ["ti", "ar"], ["ti", "am"]],
    secondName: "father",
    families: names(
      "Tesfay Gebremedhin Haile Kidane Berhane Mehari Woldu Ghebru Tekle Asmelash Habte",
    ),
    women: names("Selam Feven Rahwa Helen Yordanos Semhar Bisrat Luwam Eden Saba Winta Rodas"),
    men: names("Yonas Filmon Tesfay Abel Samuel Kidane Haile Merhawi Natnael Robel Tekle Aman"),
  },
  {
    country: "IR",
    share: 4,
    languages: [["fa"], ["fa", "en"], ["kmr", "fa"]],
    secondName: "family",
    families: names(
      "Rostami Moradi Hashemi Ebrahimi Ghorbani Kazemi Tehrani Sadeghi Bahrami Farahani",
    ),
    women: names("Shirin Mahsa Niloufar Parisa Azadeh Golnaz Sara Nasim Roya Taraneh Diba"),
    men: names("Arash Behzad Kian Mehdi Navid Omid Pouya Saeed Amir Kaveh Dara"),
  },
  {
    country: "GM",
    share: 4,
    languages: [
      ["mnk", "en"],
      ["wo", "en"],
      ["ff", "en"],
    ],
    secondName: "family",
    families: names("Jallow Ceesay Touray Camara Sanneh Jobe Bah Darboe Manneh Sowe Drammeh Njie"),
    women: names("Fatou Isatou Mariama Awa Binta Kaddy Nyima Sainabou Haddy Amie"),
    men: names("Lamin Ebrima Modou Alagie Ousman Bakary Momodou Sulayman Musa Yankuba Kebba"),
  },
  {
    country: "SO",
    share: 3,
    languages: [["so"], ["so", "ar"], ["so", "en"]],
    secondName: "father",
    families: names("Abdi Warsame Farah Hassan Nur Mohamud Osman Jama Isse Roble"),
    women: names("Hodan Ayaan Faduma Amina Sahra Ifrah Hibo Nasra Ubah Khadija"),
    men: names("Abdirahman Mohamed Abdullahi Liban Yusuf Mahad Ismail Guled Ayub Bilal"),
  },
  {
    country: "NG",
    share: 3,
    languages: [
      ["en", "pcm"],
      ["en", "ig"],
      ["en", "yo"],
      ["ha", "en"],
    ],
    secondName: "family",
    families: names("Okafor Adeyemi Osagie Eze Ibekwe Balogun Omoruyi Nwosu Ogunleye Igbinovia"),
    women: names("Blessing Joy Faith Ngozi Precious Favour Esther Grace Amaka Osas Mercy"),
    men: names("Emeka Samuel Victor Tunde Chidi Osaze Daniel Ifeanyi Michael Kelvin David"),
  },
  {
    country: "GN",
    share: 1,
    languages: [
      ["ff", "fr"],
      ["fr", "mnk"],
    ],
    secondName: "family",
    families: names("Diallo Barry Sow Bah Condé Keïta Sylla Traoré"),
    women: names("Amina Aïssatou Mariama Fanta Hawa Oumou Kadiatou"),
    men: names("Mamadou Ibrahima Alpha Thierno Boubacar Sékou Abdoulaye"),
  },
];
