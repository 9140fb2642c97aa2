/// How many tokens begin at a character, on average, given the character before it: the figures of an estimate.
///
/// They are frequencies in texts that Gemma 3's vocabulary cut into tokens: 88 collections in 60 languages and in code
/// (manuals, documentation, translations of programs, Python, Perl, C, Swift, JSON, HTML), 4 million characters, languages
/// weighted by use. The table of pairs has a row for each class of character, in the order of ``CharacterClass``, and in it
/// the class that follows. The table of scripts has a row for each script: three languages (of Cyrillic: unknown, Russian,
/// others; of Arabic: Arabic, Persian and Urdu; of Han: Chinese, Japanese), in each four places (elsewhere, after a space,
/// after a letter of the script, after a mark of it), in each a letter and a mark.
///
/// `Benchmarks/measure-token-estimate` measures the error.
struct TokenCosts: Sendable {
  /// The languages that accents tell: unknown, é, ä, č, ơ.
  static let languages = 5
  /// In a word, more or fewer tokens begin in one language than in another, in percent.
  private static let percentInWords = [73, 127, 148, 138, 70]

  /// Thousandths of tokens, by language, class and class.
  let pairs: [UInt16]
  /// Thousandths of tokens, by script, language, place, and whether it is a mark.
  let scripts: [UInt16]

  static let shared = TokenCosts()

  private init() {
    scripts = Self.rowsOfScripts.flatMap { $0.utf8.map { UInt16(Self.thousandths($0)) } }
    var pairs = [UInt16](repeating: 0, count: Self.languages << 12)
    for language in 0..<Self.languages {
      for (before, row) in Self.rowsOfPairs.enumerated() {
        for (following, digit) in row.utf8.enumerated() {
          let cost = Self.thousandths(digit)
          let isInWord = Self.isLetter(following) && (Self.isLetter(before) || Self.isUpperCase(before))
          pairs[language << 12 | before << 6 | following] = UInt16(
            isInWord ? cost * Self.percentInWords[language] / 100 : cost)
        }
      }
    }
    self.pairs = pairs
  }

  private static func isLetter(_ index: Int) -> Bool {
    CharacterClass(rawValue: UInt8(index))?.isLetter ?? false
  }

  private static func isUpperCase(_ index: Int) -> Bool { index == CharacterClass.upperCase.rawValue }

  /// What a character of a table means, from `#` for none to `~` for two tokens; the steps between small figures are
  /// small.
  private static func thousandths(_ digit: UInt8) -> Int {
    let step = Int(digit) - 0x23
    return (2000 * step * step + 91 * 91 / 2) / (91 * 91)
  }

  private static let rowsOfPairs: [String] = [
    #"ccccccccccbcccccc^ccccccbbacccccccccccccccccacc`bab^cczcj"#,
    #"cS#%#K.%253*###?(?%##3'+&#3Ycccccccccccccccc'ccc?3O8ccycj"#,
    #"c4?QR-S\S<,^/K\6`L1<?3STa+Tacccbcccccccccccc.cc`V9T&ccdcj"#,
    #"c9Z5<+CZ%6H&*aB*A74<%<CDR5C]ccccccccccccccccZccbJ\N%ccmcf"#,
    #"c8KJ6-FA@7SWD>U3<b@9<:JS]<NaccccccccccccccccPcccODY&ccqcj"#,
    #"c540(?.5GEG@*-&A4-#)(I3-)(?`ccccccccccccccccEcccQETZccucj"#,
    #"c4TVD3+Ba/b^0K@+H=1D%-FRY2bccccccccccccccccb_ccbK258cc{cj"#,
    #"cB>K_/Y6*=VD:?2BR=23B?[[;;6ccccccccccccccccc=cccSGa6cctcj"#,
    #"c/]^S'a`K1^SJFB2T^;P&:L`;9RcGcccccccccccccccccccLMb.cclcj"#,
    #"c4###/##DQ5'$##).7)##Q%Y&I&acccccccccccccccc(bcc3YM3ccscj"#,
    #"c=S<[4<S`MX9WYU6R)B,IC[=WV@2cccbccccab\^a`cX;`]aOEF8c_jcj"#,
    #"c;Q_V6a1DEMMKO=>Y[U;8HZEaGaaccccccccccccccccbcccT=X,ccscj"#,
    #"c6I^3,/KI9VF+TZ2:N@53:JP7)_bccccccccccccccccXcccPKZ'ccmcf"#,
    #"c35_R-]Bb>cN<5F40@X5S9ULU=7bccccccccccccccccScbcHBV&ccvcj"#,
    #"c7]/%24'=:H7HU84JHO.(>7\B/Dbcccccccccccccccc1cccFOUVcc{cj"#,
    #"c9.+)J.'HA<))$#0*O%'&#)$%*>acccccccccccccccc_cccOLQ6cctcj"#,
    #"c/[KE-[A1@Z_-?O1*Z.3+6<N7-c_ccccccccccccccccccbcE;N8ccdcj"#,
    #"c9U=8^<74ZaZ:_P^a5'HC%2(K^@ccccccccbcac_cbc`^`b]EaS8cYjcj"#,
    #"c5I23*A/K6]<C+1+H9?2,81N]'L^cccccccccccccccc^cccJMX0cctcj"#,
    #"c@D6O-HG.:V>S?I33E4)%5H8Y8L`ccccccccccccccccccccOIJ&cckcj"#,
    #"c:T5M1J[&6YYBAP5=a993B[4Z1I_ccccccccccccccccccccKQ\0ccqcj"#,
    #"c8(/.-40E7D2%'#T-1%$#TFV&3@ccccccccccccccccbccccDBKMccucj"#,
    #"c5JKN)bOa9c]Y_X4=5GTLXPI;4Oaccccccccccccbcc^0cccD>M&c_jcj"#,
    #"c1CG.-YJ#2HNL-/)J=4/YG<%%B9bcccbcccccccccccbZaccHJ[8ccjcj"#,
    #"c@T1X>^7;BXTcCbX3Y*V*VJb:$Abcccccccccccccccc;cccLHS)cctcj"#,
    #"c=RJG<_YWBUW<86--=D*:I`T_^@Xcccccccccccccccc;ccc^OV)ccdcj"#,
    #"cBXRQ2bUB<aV[[NOO5[bEA`E[4?`ccccccccccc`__c`T^baVWS8c_jcj"#,
    #"c6<B716H+;Q@5:-02K3<0ABG$6F<cccccccccccccccccccc^Ub_ccicj"#,
    #"cccccccaab_cbcc^c=^cbccac3bcccccccccccccccccBcccJHS8cgzcj"#,
    #"c)*.+.-++0'&+,*(*)3.))(,8+'.c$ccc2*4J(9;6<=M.:W/&,/$c'4cV"#,
    #"cccccccccccccccccccccccccccccc#cccccccccccccccccccc8ccccg"#,
    #"c_\b]]Ub4bHYb`a`T\_c]^<b;X@ccc]'cbabcc\ccccX;cc]ccdaccdcd"#,
    #"c9?:81<74:H;7834;=381<<=;3@Hc^]bc`\YTX\QUNRX;J]]JHS8cYjcj"#,
    #"ccccccccccccccccccccccccc^ccccccc&*KB0))?/=Q;C]cJHS8cK~cj"#,
    #"cbbbccc^bcH;cccba=ccbabZ]_@ccccccVPK+T\U_0?b;1]]JHS8cCucj"#,
    #"ccccccccccbcccccc`cccccc]cbcccccc.%-@-*-'G6T)S-cccc_cafce"#,
    #"ccccccccccbccccccbcccccccbccccccc5$S,3/-$7,L#70Cb\b8cbdcj"#,
    #"cccccccccccccccccccccccccccccccccc3CD.\@UPH0#Xbcb\S8c[ecj"#,
    #"ccccccccccbccccccbcccccccb^ccccbc*;NSF%Z,6MXTY]]YHS8c`dcj"#,
    #"cM_T^acc\cccXccccacTbacccbcccccbc;;JHP_'0EI2$3GFaHS8ccjcf"#,
    #"ccbccccbbcHUcccbc=ccbcb`;3@cccccc;@C<,\)'<Ha4H8a_\S8c_dcj"#,
    #"cccccccccccccccccccccccccccccccccB81&1?2P+&Nc74Ibba8c>Dcj"#,
    #"cb?a^c^`^cXbb_bbcXbbb<c\b3Ycccccc,$Y4*\H&52bL7b\JHS8cbUcg"#,
    #"caQ`_Ucb[cc`QccacZbVZCbaab`ccccbc`aa^H\#0NR+F@]8JHS8cYecj"#,
    #"ccbccbcbbcaabccbcabccbbb;3UccccccZHSQU6I`SVV%*aa^H_8ccgcj"#,
    #"cccccccccccccccccccccccccc@cccccc?[1(AB5M3U^/4;/JH_8ccdcj"#,
    #"ccbcccccccXcccbbc]cccc`ba_\ccccbccZcQHb[GDb`;c1[JHS8cbdcj"#,
    #"ca[aacc74`H;_^b4aX^`a<Y=X3@ccccbc59M06`]88A`16]8JHS8cVucj"#,
    #"cDO:8>86EIEUC:3/NAC:7LB1\&O]ccccccccTc\^cNca;J]c0XM8ccscj"#,
    #"cT:2VLVE@SZJ@?<b^Z:P;JS=;N=acccccccc`b\`bN\`;J]bV<98cbjcj"#,
    #"cMGIME`]XQJPKRC]O=PKIH_3;KLZccccccccbb\`cNba;J]cHHP8ccucj"#,
    #"c'?%81<74%H;7&$)&=38$&<=;'@acc]cccbbTX\Q_NRX;J]](Ha4cY{cj"#,
    #"c9?:81<74:H;7834;=381<<=;3@Hc^]bc`\YTX\QUNRX;J]]JHS8cYjcj"#,
    #"ccccccbbbc^accbcc\ccccbb_\@cccccc2)YcQ`cXc=c;cbTbHb8cBrcj"#,
    #"cb`bb`b^cb\^bbbYb=bb``^_;3@cccccc)*Yac\c^cCc\acc_XS8ck{cj"#,
    #"c9?:81<74:H;7834;=381<<=;3@Hcc]bc`\YTX\QUNRX;J]]JHS8cYjcj"#,
    #"ccbbcbbbcc`Ucbb]c=ccba<]a3@ccccccccccccccacc^accJ[S8c_zcq"#,
  ]

  private static let rowsOfScripts: [String] = [
    #"dL(LGLLLdL(LGLLLdL(LGLLL"#,  // greek
    #"cL%LALLLcL&L9LLLcL(LCLLL"#,  // cyrillic
    #"dL7LQLLLdL7LQLLLdL7LQLLL"#,  // armenian
    #"cL(LLLLLcL(LLLLLcL(LLLLL"#,  // hebrew
    #"cc&`B_RL^c'a>O]Lab&`@^SL"#,  // arabic
    #"cc'LF7A<cc'LF7A<cc'LF7A<"#,  // devanagari
    #"cc&LA:79cc&LA:79cc&LA:79"#,  // bengali
    #"cc,L[OS6cc,L[OS6cc,L[OS6"#,  // gurmukhi
    #"cc)LT?PAcc)LT?PAcc)LT?PA"#,  // gujarati
    #"[[[[[[[[[[[[[[[[[[[[[[[["#,  // odia
    #"cc'+M8Dccc'0M8Dccc'0M8Dc"#,  // tamil
    #"cc'LX>OGcc'LX>OGcc'LX>OG"#,  // telugu
    #"cc+LVFFNcc+LVFFNcc+LVFFN"#,  // kannada
    #"PPPPPPPPPPPPPPPPPPPPPPPP"#,  // malayalam
    #"^c*(VHPK^c*(VHPK^c*(VHPK"#,  // sinhala
    #"cc&LJ=A-cc&LJ=A-cc&LJ=A-"#,  // thai
    #"YYYYYYYYYYYYYYYYYYYYYYYY"#,  // lao
    #"cc6LV=[7cc6LV=[7cc6LV=[7"#,  // burmese
    #"cL*LLLLLcL*LLLLLcL*LLLLL"#,  // georgian
    #"ccFLVEDCccFLVEDCccFLVEDC"#,  // khmer
    #"]]]]]]]]]]]]]]]]]]]]]]]]"#,  // ethiopic
    #"cL/LOLLLcL/LOLLLcL/LOLLL"#,  // hangul
    #"[L2L<LLL[L2L<LLL[L2L<LLL"#,  // hiragana
    #"cL7LALLLcL7LALLLcL7LALLL"#,  // katakana
    #"cLHLRLLL_LELELLLaLHLPLLL"#,  // han
    #"bL7L6LLLbL&L4LLLbL3L6LLL"#,  // cjkPunctuation
  ]
}
