package access

import "kijun/internal/lang"

// Labels of what people read.
var (
	KindLabels = map[Kind]lang.Text{
		CabinetSecretariat: {JA: "内閣官房", EN: "Cabinet Secretariat"},
		Ministry:           {JA: "所管省庁", EN: "responsible ministry"},
		Association:        {JA: "事業者団体", EN: "industry association"},
		Ceptoar:            {JA: "セプター", EN: "CEPTOAR"},
		Operator:           {JA: "重要インフラ事業者等", EN: "CI operator"},
		Contractor:         {JA: "委託先", EN: "contractor"},
		Auditor:            {JA: "監査機関", EN: "audit firm"},
	}
	RoleLabels = map[Role]lang.Text{
		Administrator: {JA: "管理者", EN: "administrator"},
		Officer:       {JA: "統括責任者", EN: "officer"},
		Manager:       {JA: "部門責任者", EN: "manager"},
		Staff:         {JA: "担当者", EN: "staff"},
		AuditorRole:   {JA: "監査人", EN: "auditor"},
		Viewer:        {JA: "閲覧者", EN: "viewer"},
		"":            {JA: "なし", EN: "none"},
	}
	AudienceLabels = map[Audience]lang.Text{
		OwnOrg:     {JA: "組織内", EN: "own organisation"},
		SectorOnly: {JA: "分野の関係者", EN: "the sector"},
		Public:     {JA: "公開", EN: "public"},
	}
)
